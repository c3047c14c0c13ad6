/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

/** Told on the UI thread that the user looks at something else. */
@FunctionalInterface
public interface ViewingListener {

  /** What changed; the new value is read from the {@link ViewingState}. */
  enum Aspect {
    CROSS_HAIR,
    SELECTED_STRUCTURE,
    VISIBLE_STRUCTURES,
    SHOWN_IMAGE,
    SHOWN_DOSE,
    ISODOSES,
    WINDOW,
    DOSE_OPACITY,
    /** What is drawn over the slices, or what was found there or by the plan checks. */
    OVERLAYS,
    /** Another overlay was asked for, or none. */
    WANTED_OVERLAY,
    /** A change of the plan is looked at, or not any more. */
    PREVIEW
  }

  void viewingChanged(Aspect aspect);
}
