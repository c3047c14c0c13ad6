/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.io.IOException;
import java.util.List;

/** One rule of the house. Implementations are stateless and only read. */
@FunctionalInterface
public interface Rule {

  /** Returns one sentence per breach, each with its file; empty if the rule is kept. */
  List<String> breaches(Checkout checkout) throws IOException;
}
