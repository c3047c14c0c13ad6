/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.Set;
import org.recourse.assistant.numbers.DerivedNumber;

/**
 * What one viewer of the numbers looks at: a view or page while it is visible, an overlay while it
 * is switched on. It decides what is computed first, and whether gradients and intervals are
 * computed at all; it never changes a number. Thread-safe.
 */
public interface Interest {

  /** From now on these numbers are looked at; none while the viewer is hidden. */
  void lookAt(Set<DerivedNumber> numbers);

  /** The viewer is gone. */
  void close();
}
