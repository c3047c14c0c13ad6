/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.Optional;
import org.eclipse.swt.widgets.Event;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tool in the hand of the user: gets the left button, Ctrl and wheel, and the keys of the slices
 * while it is active, and draws over them. Everything else (scrolling, panning, window, zoom
 * without a tool that wants Ctrl and wheel) works on. UI thread only.
 *
 * <p>A viewer has at most one tool; taking another one puts this one down.
 *
 * @since 1.0
 */
@ConsumerType
public interface SliceTool {

  /** Name of the tool. */
  String title();

  /** What the tool waits for, in a sentence at the bottom of the slice; may be empty. */
  default String hint() {
    return "";
  }

  /**
   * The left button went down. Returns whether the tool takes it: then it gets the drag and the
   * release; otherwise the cross-hair moves.
   */
  boolean pressed(SlicePointer pointer);

  /** The pointer moved with the button down. */
  default void dragged(SlicePointer pointer) {}

  /** The button went up. */
  default void released(SlicePointer pointer) {}

  /** The left button was pressed twice. Returns whether the tool takes it. */
  default boolean doubleClicked(SlicePointer pointer) {
    return false;
  }

  /** The pointer moved without a button; empty when it left the slices. */
  default void hovered(Optional<SlicePointer> pointer) {}

  /** Ctrl and wheel, positive upwards. Returns whether the tool takes it instead of the zoom. */
  default boolean wheel(SlicePointer pointer, int notches) {
    return false;
  }

  /**
   * A key went down on a slice. Returns whether the tool takes it; Escape that no tool takes puts
   * the tool down.
   */
  default boolean keyPressed(Event key) {
    return false;
  }

  /** Draws over a slice; called for every slice at every repaint. */
  default void paint(SliceCanvas canvas) {}

  /** The tool was put down; a gesture under way is dropped. */
  default void putDown() {}
}
