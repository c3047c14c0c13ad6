/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.Objects;
import java.util.function.Supplier;
import org.recourse.ui.viewer.Overlay;

/**
 * One contributed overlay, not created yet. Immutable.
 *
 * @param id identifier as declared
 * @param title name as declared
 * @param bundle who contributed it
 * @param source creates the overlay; may throw whatever the vendor's constructor throws
 */
public record OverlayEntry(String id, String title, String bundle, Supplier<Overlay> source) {

  public OverlayEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(source, "source");
  }
}
