/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

/** What can be taken into the hand to draw with. */
public enum ToolKind {
  BRUSH("Brush"),
  ERASER("Eraser"),
  POLYGON("Polygon"),
  FREEHAND("Freehand");

  private final String title;

  ToolKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
