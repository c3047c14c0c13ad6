/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

/** A heading under the open case. */
enum CaseGroup {
  COURSES("Courses"),
  IMAGES("Images"),
  STRUCTURES("Structures");

  private final String title;

  CaseGroup(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
