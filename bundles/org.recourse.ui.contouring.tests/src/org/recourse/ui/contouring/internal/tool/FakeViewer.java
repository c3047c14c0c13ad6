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
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SlicePointer;
import org.recourse.ui.viewer.SliceTool;
import org.recourse.ui.viewer.SliceViewer;

/** A viewer without slices: holds the tool and remembers what is said. */
final class FakeViewer implements SliceViewer {

  private final CaseSession session;
  private final Composite page;
  private final Composite controls;
  private final List<Runnable> toolListeners = new ArrayList<>();
  private Optional<SliceTool> tool = Optional.empty();
  private List<Orientation> hidden = List.of();
  private String said = "";

  FakeViewer(Composite parent, CaseSession session) {
    this.session = session;
    page = new Composite(parent, SWT.NONE);
    page.setLayout(new RowLayout());
    controls = new Composite(page, SWT.NONE);
    controls.setLayout(new RowLayout());
  }

  String said() {
    return said;
  }

  List<Orientation> hidden() {
    return hidden;
  }

  /** A pointer on the axial slice of the cross-hair. */
  SlicePointer at(double xMm, double yMm, boolean shift) {
    double zMm = session.viewing().crossHairMm().z();
    return new SlicePointer(
        new SlicePlane(Orientation.AXIAL, zMm), new Vector3(xMm, yMm, zMm), 0.5, shift, false);
  }

  /** Presses, drags and releases the left button. */
  void drag(boolean shift, double... xyMm) {
    SliceTool held = tool.orElseThrow();
    held.pressed(at(xyMm[0], xyMm[1], shift));
    for (int i = 2; i < xyMm.length; i += 2) {
      held.dragged(at(xyMm[i], xyMm[i + 1], shift));
    }
    held.released(at(xyMm[xyMm.length - 2], xyMm[xyMm.length - 1], shift));
  }

  @Override
  public CaseSession session() {
    return session;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public String sceneFrameUid() {
    return session.patientCase().getStructureSets().getFirst().getFrameOfReference().getUid();
  }

  @Override
  public Optional<SliceStack> stack(Orientation orientation) {
    return Optional.of(SliceStack.of(DrawnCase.GRID, orientation));
  }

  @Override
  public void moveCrossHair(Vector3 pointMm) {
    session.viewing().moveCrossHair(pointMm);
  }

  @Override
  public Composite controlRow() {
    return controls;
  }

  @Override
  public Composite addBar() {
    var bar = new Composite(page, SWT.NONE);
    bar.setVisible(false);
    return bar;
  }

  @Override
  public void showBar(Composite bar, boolean shown) {
    bar.setVisible(shown);
  }

  @Override
  public Optional<SliceTool> tool() {
    return tool;
  }

  @Override
  public void take(SliceTool taken) {
    change(Optional.of(taken));
  }

  @Override
  public void putDown(SliceTool held) {
    change(Optional.empty());
  }

  private void change(Optional<SliceTool> next) {
    Optional<SliceTool> former = tool;
    tool = next;
    former.ifPresent(SliceTool::putDown);
    toolListeners.forEach(Runnable::run);
  }

  @Override
  public void addToolListener(Runnable listener) {
    toolListeners.add(listener);
  }

  @Override
  public void hideSelectedOutline(List<Orientation> orientations) {
    hidden = orientations;
  }

  @Override
  public void repaint() {
    // Nothing is painted here.
  }

  @Override
  public void say(String sentence) {
    said = sentence;
  }

  @Override
  public Optional<Control> canvas(Orientation orientation) {
    return Optional.empty();
  }
}
