/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.contouring.internal.edit.StructureContours;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.session.CaseSession;

/** The tools driven by pointer and keys, and the row of controls; needs a display such as Xvfb. */
class ContouringToolsTest {

  private static final double TOLERANCE_MM2 = 0.6; // of a polygonal circle and the stroke
  private static final double CYLINDER_MM2 = Math.PI * DrawnCase.RADIUS_MM * DrawnCase.RADIUS_MM;

  @TempDir private Path temporary;
  private SliceExecutor executor;
  private CaseSession session;
  private Shell shell;
  private FakeViewer viewer;
  private Contouring contouring;
  private final List<ContouringAction> performed = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeTrue(
        System.getenv("DISPLAY") != null, "skipped: there is no display; run it under Xvfb");
    Display display = Display.getDefault();
    Assumptions.assumeTrue(
        display.getThread() == Thread.currentThread(), "skipped: not on the thread of the display");
    executor = SliceExecutor.ofThreads(2);
    session = DrawnCase.in(temporary, executor).open();
    shell = new Shell(display);
    shell.setLayout(new FillLayout());
    viewer = new FakeViewer(shell, session);
    contouring = new Contouring(viewer);
    new ContouringBar(
        contouring,
        action -> {
          performed.add(action);
          action.tool().ifPresent(contouring::toggle);
        });
    shell.open();
  }

  @AfterEach
  void close() {
    if (shell != null) {
      shell.dispose();
      session.planWatch().close();
      executor.close();
    }
  }

  @Test
  void aBrushStrokeIsDrawnAndUndoneInOneStep() {
    contouring.setRadiusMm(4);
    contouring.toggle(ToolKind.BRUSH);

    viewer.drag(false, 25, 0, 30, 0, 35, 0);

    double strokeMm2 = Math.PI * 16 + 8 * 10;
    assertEquals(CYLINDER_MM2 + strokeMm2, area(110), TOLERANCE_MM2);
    assertEquals(CYLINDER_MM2, area(107.5), TOLERANCE_MM2);
    session.editingDomain().getCommandStack().undo();
    assertEquals(CYLINDER_MM2, area(110), TOLERANCE_MM2);
    assertFalse(session.editingDomain().getCommandStack().canUndo());
  }

  @Test
  void shiftTurnsTheBrushIntoAnEraserAndBack() {
    contouring.setRadiusMm(4);
    contouring.toggle(ToolKind.BRUSH);
    viewer.drag(true, 0, 0);
    assertEquals(CYLINDER_MM2 - Math.PI * 16, area(110), TOLERANCE_MM2);

    contouring.toggle(ToolKind.ERASER);
    viewer.drag(true, 0, 0);
    assertEquals(CYLINDER_MM2, area(110), TOLERANCE_MM2);
  }

  @Test
  void escapeDuringAStrokeLeavesTheStructureAsItWas() {
    contouring.toggle(ToolKind.BRUSH);
    BrushTool brush = (BrushTool) viewer.tool().orElseThrow();
    brush.pressed(viewer.at(25, 0, false));
    var escape = new Event();
    escape.character = SWT.ESC;

    assertTrue(brush.keyPressed(escape));
    brush.released(viewer.at(30, 0, false));

    assertEquals(CYLINDER_MM2, area(110), TOLERANCE_MM2);
    assertFalse(brush.keyPressed(escape)); // now it puts the tool down
  }

  @Test
  void aPolygonIsAddedAndWithShiftCutOut() {
    contouring.toggle(ToolKind.POLYGON);
    polygon(false, 20, -5, 30, -5, 30, 5, 20, 5);
    assertEquals(CYLINDER_MM2 + 100, area(110), TOLERANCE_MM2);

    polygon(true, -2, -2, 2, -2, 2, 2, -2, 2);
    assertEquals(CYLINDER_MM2 + 100 - 16, area(110), TOLERANCE_MM2);
  }

  @Test
  void aLineByHandIsClosed() {
    contouring.toggle(ToolKind.FREEHAND);

    viewer.drag(false, 20, -5, 30, -5, 30, 5, 20, 5);

    assertEquals(CYLINDER_MM2 + 100, area(110), TOLERANCE_MM2);
  }

  @Test
  void copyingGoesToTheOtherSliceAndClearingEmptiesIt() {
    session.viewing().moveCrossHair(new Vector3(0, 0, 112.5)); // the last drawn slice
    contouring.copy(1);
    assertEquals(CYLINDER_MM2, area(115), TOLERANCE_MM2);
    assertEquals(115, session.viewing().crossHairMm().z());

    contouring.clearSlice();
    assertEquals(0, area(115));
    contouring.clearSlice();
    assertTrue(viewer.said().startsWith("There is nothing"), viewer.said());
  }

  @Test
  void theGapBetweenTwoDrawnSlicesIsFilledInOneStep() {
    session.viewing().moveCrossHair(new Vector3(0, 0, 110));
    contouring.clearSlice();

    contouring.fillBetween();

    assertEquals(CYLINDER_MM2, area(110), 4); // lattice of the interpolation
    assertTrue(viewer.said().startsWith("1 slice was"), viewer.said());
    session.editingDomain().getCommandStack().undo();
    assertEquals(0, area(110));
  }

  @Test
  void atTheEndOfTheImageNothingIsCopied() {
    session.viewing().moveCrossHair(new Vector3(0, 0, 100));
    contouring.copy(-1);
    assertFalse(session.editingDomain().getCommandStack().canUndo());
  }

  @Test
  void bracketsAndTheWheelChangeTheSizeAndTheFieldShowsIt() {
    contouring.toggle(ToolKind.BRUSH);
    double before = contouring.radiusMm();
    var bracket = new Event();
    bracket.character = ']';

    viewer.tool().orElseThrow().keyPressed(bracket);
    assertTrue(contouring.radiusMm() > before);
    viewer.tool().orElseThrow().wheel(viewer.at(0, 0, false), -1);
    assertEquals(before, contouring.radiusMm(), 0.1);
    contouring.setRadiusMm(1000);
    assertEquals(Contouring.LARGEST_RADIUS_MM, contouring.radiusMm());
  }

  @Test
  void theButtonTakesTheToolAndTheOutlineIsLeftToIt() {
    Button brush = button("org.recourse.ui.contouring.brush");
    brush.setSelection(true);
    brush.notifyListeners(SWT.Selection, new Event());

    assertEquals(List.of(ContouringAction.BRUSH), performed);
    assertEquals(Optional.of(ToolKind.BRUSH), contouring.toolKind());
    assertEquals(List.of(Orientation.AXIAL), viewer.hidden());
    assertTrue(brush.getSelection());

    viewer.putDown(viewer.tool().orElseThrow());
    assertFalse(brush.getSelection());
    assertEquals(List.of(), viewer.hidden());
  }

  @Test
  void withoutASelectedStructureTheToolSaysWhatToDo() {
    session.viewing().select(Optional.empty());
    contouring.toggle(ToolKind.BRUSH);

    viewer.drag(false, 25, 0, 30, 0);

    assertTrue(viewer.said().startsWith("Select the structure"), viewer.said());
    assertFalse(session.editingDomain().getCommandStack().canUndo());
  }

  private void polygon(boolean shift, double... xyMm) {
    PolygonTool tool = (PolygonTool) viewer.tool().orElseThrow();
    for (int i = 0; i < xyMm.length; i += 2) {
      tool.pressed(viewer.at(xyMm[i], xyMm[i + 1], shift));
    }
    tool.doubleClicked(viewer.at(xyMm[0], xyMm[1], shift));
  }

  private double area(double zMm) {
    var structure = session.patientCase().getStructureSets().getFirst().getStructures().getFirst();
    var contours =
        StructureContours.of(structure).ifLoaded(session.openCase().voxels()).orElseThrow();
    SliceStack stack = SliceStack.of(DrawnCase.GRID, Orientation.AXIAL);
    return AxialContours.of(contours).orElseThrow().at(zMm, stack).areaMm2();
  }

  private Button button(String id) {
    return find(shell, id).orElseThrow();
  }

  private static Optional<Button> find(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Button button && id.equals(button.getData("org.recourse.id"))) {
        return Optional.of(button);
      }
      if (child instanceof Composite inner) {
        Optional<Button> found = find(inner, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
