/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ModelFactory;
import org.recourse.rendering.Orientation;
import org.recourse.ui.session.ViewingState;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePointer;
import org.recourse.ui.viewer.SliceTool;

/** A tool in a real window, driven by events; needs a display such as Xvfb. */
class SliceToolTest {

  /** Half a pixel of the fitted phantom in a small window. */
  private static final double HALF_PIXEL_MM = 0.05;

  private final ViewingState viewing = new ViewingState(new Vector3(0, 0, 112), List.of());
  private final Recorder tool = new Recorder();
  private Display display;
  private Shell shell;
  private SliceExecutor executor;
  private SlicesPage page;
  private ViewerModel model;

  @BeforeEach
  void openPage() {
    Assumptions.assumeTrue(
        System.getenv("DISPLAY") != null, "skipped: there is no display; run it under Xvfb");
    display = Display.getDefault();
    Assumptions.assumeTrue(
        display.getThread() == Thread.currentThread(), "skipped: not on the thread of the display");
    shell = new Shell(display);
    shell.setLayout(new FillLayout());
    executor = SliceExecutor.ofThreads(2);
    model = new ViewerModel(viewing);
    var images = new ImageChoices(ModelFactory.eINSTANCE.createPatientCase());
    page = new SlicesPage(shell, model, executor, images, () -> {});
    shell.setSize(900, 600);
    shell.open();
    model.show(ViewerPhantom.content());
  }

  @AfterEach
  void closePage() {
    if (shell != null) {
      shell.dispose();
      executor.close();
    }
  }

  @Test
  void aToolGetsTheLeftButtonInPatientMillimetres() {
    model.tools().take(tool);

    mouse(SWT.MouseDown, new Vector3(2, 3, 112), 1);
    mouse(SWT.MouseMove, new Vector3(4, 5, 112), 0);
    mouse(SWT.MouseUp, new Vector3(4, 6, 112), 1);

    assertEquals(List.of("pressed", "dragged", "released"), tool.calls);
    assertEquals(0, tool.last.pointMm().distanceTo(new Vector3(4, 6, 112)), HALF_PIXEL_MM);
    assertEquals(112, tool.last.plane().positionMm());
    assertEquals(new Vector3(0, 0, 112), viewing.crossHairMm());
  }

  @Test
  void whatAToolDoesNotTakeMovesTheCrossHair() {
    tool.takes = false;
    model.tools().take(tool);

    mouse(SWT.MouseDown, new Vector3(2, 3, 112), 1);

    assertEquals(new Vector3(2, 3, 112), viewing.crossHairMm());
  }

  @Test
  void ctrlAndWheelGoToTheToolAndTheWheelAloneScrolls() {
    model.tools().take(tool);
    SliceView axial = page.view(Orientation.AXIAL);

    send(
        SWT.MouseWheel,
        event -> {
          event.count = 3;
          event.stateMask = SWT.MOD1;
        });
    assertEquals(List.of("wheel 1"), tool.calls);
    assertEquals(1, axial.zoomFactor(), 1e-9);

    send(SWT.MouseWheel, event -> event.count = 3);
    assertEquals(115, viewing.crossHairMm().z());
  }

  @Test
  void keysGoToTheToolFirstAndEscapePutsItDown() {
    model.tools().take(tool);

    send(SWT.KeyDown, event -> event.character = ']');
    assertEquals(List.of("key ]"), tool.calls);
    send(SWT.KeyDown, event -> event.character = SWT.ESC);

    assertTrue(model.tools().active().isEmpty());
    assertEquals("put down", tool.calls.getLast());
  }

  @Test
  void anotherToolPutsTheFirstOneDown() {
    model.tools().take(tool);
    page.perform(ViewerAction.RULER);

    assertEquals(List.of("put down"), tool.calls);
    assertTrue(page.isOn(ViewerAction.RULER));
    page.perform(ViewerAction.RULER);
    assertFalse(page.isOn(ViewerAction.RULER));
  }

  @Test
  void theRulerIsATool() {
    page.perform(ViewerAction.RULER);

    mouse(SWT.MouseDown, new Vector3(-3, 0, 112), 1);
    mouse(SWT.MouseMove, new Vector3(0, 4, 112), 0);
    mouse(SWT.MouseUp, new Vector3(0, 4, 112), 1);

    assertEquals(5, model.measuring().line().orElseThrow().lengthMm(), 4 * HALF_PIXEL_MM);
    assertTrue(model.tools().active().isEmpty());
  }

  @Test
  void aToolDrawsInPlaneMillimetresOverTheSlice() {
    model.tools().take(tool);
    SliceView axial = page.view(Orientation.AXIAL);
    Point inside = axial.pixelOf(new Vector3(2, -6, 112)).orElseThrow();

    RGB drawn = painted(axial.canvas(), inside);

    assertEquals(new RGB(255, 0, 0), drawn);
  }

  @Test
  void aBarTakesRoomOnlyWhileItIsShown() {
    Composite bar = page.addBar();
    new Label(bar, SWT.NONE).setText("x");
    bar.setLayout(new FillLayout());
    int before = page.view(Orientation.AXIAL).canvas().getSize().y;

    page.showBar(bar, true);
    assertTrue(page.view(Orientation.AXIAL).canvas().getSize().y < before);
    page.showBar(bar, false);
    assertEquals(before, page.view(Orientation.AXIAL).canvas().getSize().y);
  }

  private void mouse(int type, Vector3 pointMm, int button) {
    Point at = page.view(Orientation.AXIAL).pixelOf(pointMm).orElseThrow();
    send(
        type,
        event -> {
          event.button = button;
          event.x = at.x;
          event.y = at.y;
        });
  }

  private void send(int type, Consumer<Event> details) {
    var event = new Event();
    details.accept(event);
    page.view(Orientation.AXIAL).canvas().notifyListeners(type, event);
  }

  private RGB painted(Canvas canvas, Point at) {
    var image = new Image(display, canvas.getSize().x, canvas.getSize().y);
    var gc = new GC(image);
    try {
      var paint = new Event();
      paint.gc = gc;
      canvas.notifyListeners(SWT.Paint, paint);
      var data = image.getImageData();
      return data.palette.getRGB(data.getPixel(at.x, at.y));
    } finally {
      gc.dispose();
      image.dispose();
    }
  }

  /** Remembers what it was told and fills a square of 2 mm around (2, -6). */
  private static final class Recorder implements SliceTool {

    private final List<String> calls = new ArrayList<>();
    private SlicePointer last;
    private boolean takes = true;

    @Override
    public String title() {
      return "Recorder";
    }

    @Override
    public boolean pressed(SlicePointer pointer) {
      note("pressed", pointer);
      return takes;
    }

    @Override
    public void dragged(SlicePointer pointer) {
      note("dragged", pointer);
    }

    @Override
    public void released(SlicePointer pointer) {
      note("released", pointer);
    }

    @Override
    public void hovered(Optional<SlicePointer> pointer) {
      // Moves without a button are many and not of interest here.
    }

    @Override
    public boolean wheel(SlicePointer pointer, int notches) {
      calls.add("wheel " + notches);
      return true;
    }

    @Override
    public boolean keyPressed(Event key) {
      if (key.character == ']') {
        calls.add("key ]");
        return true;
      }
      return false;
    }

    @Override
    public void paint(SliceCanvas canvas) {
      canvas.fill(List.of(new double[] {1, -7, 3, -7, 3, -5, 1, -5}), 0xff0000, 1);
    }

    @Override
    public void putDown() {
      calls.add("put down");
    }

    private void note(String call, SlicePointer pointer) {
      calls.add(call);
      last = pointer;
    }
  }
}
