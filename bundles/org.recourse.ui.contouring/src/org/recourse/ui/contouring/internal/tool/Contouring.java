/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.common.command.CommandStackListener;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Structure;
import org.recourse.rendering.Orientation;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.contouring.internal.edit.Drawing;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.viewer.SliceTool;
import org.recourse.ui.viewer.SliceViewer;

/**
 * Drawing on the slices of one viewer: the tool in the hand, the size of the brush, and the edits
 * of whole slices. Ends with the control of the viewer. UI thread only.
 */
public final class Contouring {

  static final double LEAST_RADIUS_MM = 0.5;
  static final double LARGEST_RADIUS_MM = 50;
  private static final double FIRST_RADIUS_MM = 5;
  private static final double RADIUS_STEP = 1.15;

  private final SliceViewer viewer;
  private final ContourEdits edits;
  private final ViewingListener viewingListener = this::viewingChanged;
  private final CommandStackListener undoListener = event -> edited();
  private final List<Runnable> sizeListeners = new ArrayList<>();
  private double radiusMm = FIRST_RADIUS_MM;
  private Optional<Drawing.Possible> known = Optional.empty(); // what can be drawn on

  public Contouring(SliceViewer viewer) {
    this.viewer = Objects.requireNonNull(viewer, "viewer");
    edits = new ContourEdits(viewer.session());
    viewer.session().viewing().addListener(viewingListener);
    viewer.session().editingDomain().getCommandStack().addCommandStackListener(undoListener);
    viewer.addToolListener(this::toolChanged);
    viewer.control().addDisposeListener(event -> stop());
  }

  private void stop() {
    viewer.session().viewing().removeListener(viewingListener);
    viewer.session().editingDomain().getCommandStack().removeCommandStackListener(undoListener);
  }

  public SliceViewer viewer() {
    return viewer;
  }

  public CaseSession session() {
    return viewer.session();
  }

  public ContourEdits edits() {
    return edits;
  }

  public double radiusMm() {
    return radiusMm;
  }

  /** Sets the size of the brush; sizes out of range are cut. */
  public void setRadiusMm(double wantedMm) {
    radiusMm = Math.clamp(wantedMm, LEAST_RADIUS_MM, LARGEST_RADIUS_MM);
    sizeListeners.forEach(Runnable::run);
    viewer.repaint();
  }

  /** Is told when the size of the brush changes. */
  void whenSizeChanges(Runnable listener) {
    sizeListeners.add(listener);
  }

  /** Makes the brush larger, or smaller with a negative number. */
  public void growBrush(int steps) {
    double wantedMm = radiusMm * Math.pow(RADIUS_STEP, steps);
    setRadiusMm(Math.round(wantedMm * 10) / 10.0);
  }

  /** The kind of the contouring tool in the hand. */
  public Optional<ToolKind> toolKind() {
    return viewer
        .tool()
        .filter(ContourTool.class::isInstance)
        .map(ContourTool.class::cast)
        .map(ContourTool::kind);
  }

  /** Takes a tool, or puts it down if it is in the hand already. */
  public void toggle(ToolKind kind) {
    Optional<SliceTool> held = viewer.tool();
    if (toolKind().filter(kind::equals).isPresent()) {
      held.ifPresent(viewer::putDown);
    } else {
      viewer.take(
          switch (kind) {
            case BRUSH, ERASER -> new BrushTool(this, kind);
            case POLYGON -> new PolygonTool(this);
            case FREEHAND -> new FreehandTool(this);
          });
    }
  }

  /** What can be drawn on now. */
  Drawing.Possible possible() {
    if (known.isEmpty()) {
      known =
          Optional.of(
              Drawing.of(
                  viewer.session(), viewer.sceneFrameUid(), viewer.stack(Orientation.AXIAL)));
    }
    return known.get();
  }

  /** The drawing, or nothing after saying why there is none. */
  Optional<Drawing> drawing() {
    return switch (possible()) {
      case Drawing.Possible.Ready(Drawing drawing) -> Optional.of(drawing);
      case Drawing.Possible.Refused(String sentence) -> {
        viewer.say(sentence);
        yield Optional.empty();
      }
    };
  }

  /** The position of the cross-hair along the patient, mm. */
  double positionMm() {
    return viewer.session().viewing().crossHairMm().z();
  }

  /** Replaces what is drawn on one slice: one undo step. */
  void commit(Drawing drawing, double zMm, SliceShape shape, String label) {
    AxialContours changed = drawing.contours().with(drawing.sliceMm(zMm), shape, drawing.stack());
    replace(drawing.structure(), changed, label);
  }

  private void replace(Structure structure, AxialContours contours, String label) {
    edits.replace(structure, contours.contourSet(), label + " " + structure.getName());
  }

  /** Draws on all slices between drawn ones. */
  public void fillBetween() {
    drawing()
        .ifPresent(
            drawing -> {
              AxialContours.Filled filled = drawing.contours().filled(drawing.stack());
              if (filled.sliceCount() == 0) {
                viewer.say(
                    "There is no empty slice between two drawn ones. Draw on two slices with a gap"
                        + " between them first.");
                return;
              }
              edits.interpolate(
                  drawing.structure(),
                  filled.contours().contourSet(),
                  "Interpolate " + drawing.structure().getName());
              viewer.say(
                  filled.sliceCount()
                      + (filled.sliceCount() == 1 ? " slice was" : " slices were")
                      + " interpolated; check each of them.");
            });
  }

  /** Copies the present slice onto the next one (or the one before, with -1) and goes there. */
  public void copy(int slices) {
    drawing()
        .ifPresent(
            drawing -> {
              SliceShape shape = drawing.at(drawing.sliceMm(positionMm()));
              int here = drawing.stack().nearestIndex(positionMm());
              int there = here + slices;
              if (shape.isEmpty() || there < 0 || there >= drawing.stack().count()) {
                viewer.say(
                    shape.isEmpty()
                        ? "There is nothing on this slice to copy."
                        : "This is the last slice of the image.");
                return;
              }
              double toMm = drawing.stack().positionMm(there);
              commit(drawing, toMm, shape, "Copy Slice of");
              Vector3 point = viewer.session().viewing().crossHairMm();
              viewer.moveCrossHair(new Vector3(point.x(), point.y(), toMm));
            });
  }

  /** Removes what is drawn on the present slice. */
  public void clearSlice() {
    drawing()
        .ifPresent(
            drawing -> {
              if (drawing.at(drawing.sliceMm(positionMm())).isEmpty()) {
                viewer.say("There is nothing on this slice to clear.");
              } else {
                commit(drawing, positionMm(), SliceShape.EMPTY, "Clear Slice of");
              }
            });
  }

  private void toolChanged() {
    boolean drawing = toolKind().isPresent();
    known = Optional.empty();
    viewer.hideSelectedOutline(drawing ? List.of(Orientation.AXIAL) : List.of());
    if (drawing && possible() instanceof Drawing.Possible.Refused(String sentence)) {
      viewer.say(sentence);
    }
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.SELECTED_STRUCTURE) {
      forget();
    }
  }

  private void edited() {
    forget();
  }

  private void forget() {
    known = Optional.empty();
    viewer.repaint();
  }
}
