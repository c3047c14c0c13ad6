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
import java.util.function.Consumer;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;

/**
 * The tool in the hand and the line drawn last. A tool serves for one line and is then put down, so
 * that a click moves the cross-hair again; the line stays until the next one or Escape. Mutable, UI
 * thread only.
 */
final class Measuring {

  private final ToolHolder tools;
  private final Runnable whenChanged;
  private Consumer<Drawn> whenDrawn = drawn -> {};
  private Optional<MeasuredLine> line = Optional.empty();

  Measuring(ToolHolder tools, Runnable whenChanged) {
    this.tools = Objects.requireNonNull(tools, "tools");
    this.whenChanged = Objects.requireNonNull(whenChanged, "whenChanged");
  }

  /** Who is told of finished lines. */
  void setWhenDrawn(Consumer<Drawn> listener) {
    whenDrawn = Objects.requireNonNull(listener, "listener");
  }

  /** The measuring tool in the hand; empty if there is none or another tool. */
  Optional<LineTool> tool() {
    return tools
        .active()
        .filter(MeasureTool.class::isInstance)
        .map(MeasureTool.class::cast)
        .map(MeasureTool::kind);
  }

  Optional<MeasuredLine> line() {
    return line;
  }

  /** Takes a tool, or puts it down if it is in the hand already. */
  void toggle(LineTool wanted) {
    if (tool().filter(held -> held == wanted).isPresent()) {
      tools.putDown();
    } else {
      tools.take(new MeasureTool(wanted, this));
    }
  }

  void begin(Orientation orientation, Vector3 pointMm) {
    line = Optional.of(new MeasuredLine(orientation, pointMm, pointMm));
    whenChanged.run();
  }

  void extendTo(Vector3 pointMm) {
    line = line.map(drawn -> new MeasuredLine(drawn.orientation(), drawn.fromMm(), pointMm));
    whenChanged.run();
  }

  /** Puts the tool down and tells of the line if it has a length. */
  Optional<Drawn> finish() {
    Optional<LineTool> used = tool();
    line = line.filter(drawn -> drawn.lengthMm() > 0);
    Optional<Drawn> finished = used.flatMap(held -> line.map(drawn -> new Drawn(held, drawn)));
    used.ifPresent(held -> tools.putDown());
    whenChanged.run();
    finished.ifPresent(whenDrawn);
    return finished;
  }

  /** Removes the line and puts a measuring tool down. */
  void clear() {
    line = Optional.empty();
    tool().ifPresent(held -> tools.putDown());
    whenChanged.run();
  }

  /** A finished line. */
  record Drawn(LineTool tool, MeasuredLine line) {}
}
