/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Optional;
import org.recourse.ui.session.IntensityWindow;

/** Grey windows on keys 1 to 6, in this order. */
enum WindowPreset {
  SOFT_TISSUE("Soft tissue", 40, 300),
  BONE("Bone", 400, 1800),
  LUNG("Lung", -600, 1500),
  BRAIN("Brain", 40, 80),
  HEAD_AND_NECK("Head and neck", 50, 250),
  AUTOMATIC("Automatic (MR)");

  private final String title;
  private final Optional<IntensityWindow> window;

  WindowPreset(String title, double centreHu, double widthHu) {
    this.title = title;
    window = Optional.of(new IntensityWindow(centreHu, widthHu));
  }

  WindowPreset(String title) {
    this.title = title;
    window = Optional.empty();
  }

  /** Name with its key. */
  String title() {
    return title + "  (" + key() + ")";
  }

  char key() {
    return (char) ('1' + ordinal());
  }

  /** The window; empty if it depends on the image. */
  Optional<IntensityWindow> window() {
    return window;
  }

  static Optional<WindowPreset> ofKey(char key) {
    int index = key - '1';
    return index >= 0 && index < values().length ? Optional.of(values()[index]) : Optional.empty();
  }
}
