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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ModelFactory;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.Orientation;
import org.recourse.testing.Waiting;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.ViewingState;

/** The page in a real window, driven by events; needs a display such as Xvfb. */
class SlicesPageTest {

  private final ViewingState viewing = new ViewingState(new Vector3(0, 0, 112), List.of());
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
    page = new SlicesPage(shell, model, executor, images(), () -> {});
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
  void theSliceIsPaintedAndAroundItIsTheBackground() {
    Canvas axial = page.view(Orientation.AXIAL).canvas();
    Point inside = page.view(Orientation.AXIAL).pixelOf(new Vector3(5, 6, 112)).orElseThrow();

    Waiting.until("a frame is painted", display::readAndDispatch, () -> isPainted(axial, inside));

    RGB corner = colourAt(axial, new Point(2, axial.getSize().y / 2 - 40));
    assertEquals(FrameRenderer.BACKGROUND_RGB, corner.red << 16 | corner.green << 8 | corner.blue);
  }

  @Test
  void theWheelScrollsAndWithShiftFaster() {
    send(Orientation.AXIAL, SWT.MouseWheel, event -> event.count = 3);
    assertEquals(115, viewing.crossHairMm().z());
    send(
        Orientation.AXIAL,
        SWT.MouseWheel,
        event -> {
          event.count = -3;
          event.stateMask = SWT.SHIFT;
        });
    assertEquals(100, viewing.crossHairMm().z());
  }

  @Test
  void aClickMovesTheCrossHairOfAllPlanes() {
    SliceView coronal = page.view(Orientation.CORONAL);
    Point at = coronal.pixelOf(new Vector3(4, 0, 121)).orElseThrow();

    send(
        Orientation.CORONAL,
        SWT.MouseDown,
        event -> {
          event.button = 1;
          event.x = at.x;
          event.y = at.y;
        });

    assertEquals(new Vector3(4, 0, 121), viewing.crossHairMm());
    assertEquals(121, page.view(Orientation.AXIAL).plane().positionMm());
  }

  @Test
  void zoomKeepsThePointAndTwoMiddleClicksFitAgain() {
    SliceView axial = page.view(Orientation.AXIAL);
    Vector3 under = axial.pointAt(100, 120).orElseThrow();
    send(
        Orientation.AXIAL,
        SWT.MouseWheel,
        event -> {
          event.count = 3;
          event.stateMask = SWT.MOD1;
          event.x = 100;
          event.y = 120;
        });
    assertTrue(axial.zoomFactor() > 1.1);
    assertEquals(0, under.distanceTo(axial.pointAt(100, 120).orElseThrow()), 1e-9);

    send(Orientation.AXIAL, SWT.MouseDoubleClick, event -> event.button = 2);
    assertEquals(1, axial.zoomFactor(), 1e-9);
  }

  @Test
  void aDoubleClickFillsThePageAndBack() {
    send(Orientation.CORONAL, SWT.MouseDoubleClick, event -> event.button = 1);
    assertEquals(0, page.view(Orientation.AXIAL).canvas().getSize().x);
    assertTrue(page.view(Orientation.CORONAL).isLarge());

    send(Orientation.CORONAL, SWT.MouseDoubleClick, event -> event.button = 1);
    assertTrue(page.view(Orientation.AXIAL).canvas().getSize().x > 0);
    assertTrue(page.view(Orientation.AXIAL).isLarge());
  }

  @Test
  void keysSetPresetsAndScroll() {
    send(Orientation.AXIAL, SWT.KeyDown, event -> event.character = '2');
    assertEquals(new IntensityWindow(400, 1800), viewing.window());
    send(Orientation.AXIAL, SWT.KeyDown, event -> event.keyCode = SWT.ARROW_DOWN);
    assertEquals(109, viewing.crossHairMm().z());
  }

  @Test
  void theProbeSaysBothValues() {
    String text = page.view(Orientation.AXIAL).overlay().probeText(new Vector3(0, 0, 112));

    assertEquals("40 HU   60.00 Gy", text);
  }

  private static ImageChoices images() {
    return new ImageChoices(ModelFactory.eINSTANCE.createPatientCase());
  }

  private void send(Orientation orientation, int type, Consumer<Event> details) {
    var event = new Event();
    details.accept(event);
    page.view(orientation).canvas().notifyListeners(type, event);
  }

  private boolean isPainted(Canvas canvas, Point at) {
    RGB colour = colourAt(canvas, at);
    return colour.red + colour.green + colour.blue > 150;
  }

  private RGB colourAt(Canvas canvas, Point at) {
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
}
