/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;

/**
 * The tool in the hand and the line drawn last. A tool serves for one line and is then put down, so
 * that a click moves the cross-hair again; the line stays until the next one or Escape. Mutable, UI
 * thread only.
 */
final class Measuring {

  private final Runnable whenChanged;
  private Optional<LineTool> tool = Optional.empty();
  private Optional<MeasuredLine> line = Optional.empty();

  Measuring(Runnable whenChanged) {
    this.whenChanged = Objects.requireNonNull(whenChanged, "whenChanged");
  }

  Optional<LineTool> tool() {
    return tool;
  }

  Optional<MeasuredLine> line() {
    return line;
  }

  /** Takes a tool, or puts it down if it is in the hand already. */
  void toggle(LineTool wanted) {
    tool = tool.filter(held -> held == wanted).isPresent() ? Optional.empty() : Optional.of(wanted);
    whenChanged.run();
  }

  void begin(Orientation orientation, Vector3 pointMm) {
    line = Optional.of(new MeasuredLine(orientation, pointMm, pointMm));
    whenChanged.run();
  }

  void extendTo(Vector3 pointMm) {
    line = line.map(drawn -> new MeasuredLine(drawn.orientation(), drawn.fromMm(), pointMm));
    whenChanged.run();
  }

  /** Puts the tool down; returns the line if it has a length, with the tool that drew it. */
  Optional<Drawn> finish() {
    Optional<LineTool> used = tool;
    tool = Optional.empty();
    line = line.filter(drawn -> drawn.lengthMm() > 0);
    whenChanged.run();
    return used.flatMap(held -> line.map(drawn -> new Drawn(held, drawn)));
  }

  void clear() {
    tool = Optional.empty();
    line = Optional.empty();
    whenChanged.run();
  }

  /** A finished line. */
  record Drawn(LineTool tool, MeasuredLine line) {}
}
