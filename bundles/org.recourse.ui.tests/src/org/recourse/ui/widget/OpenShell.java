/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assumptions;

/** An open shell, and what its controls look like. */
final class OpenShell implements AutoCloseable {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;
  private static final Duration LIMIT = Duration.ofMinutes(2); // a shared machine may be slow

  private final Shell shell;

  /** Opens the shell, or skips the test where there is no display. */
  OpenShell() {
    shell = new Shell(displayOrSkip());
    shell.setLayout(new FillLayout());
    shell.setSize(WIDTH, HEIGHT);
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  Shell shell() {
    return shell;
  }

  /** Shows the shell with what it holds. */
  void open() {
    shell.open();
    shell.layout(true, true);
    while (shell.getDisplay().readAndDispatch()) {
      // until everything is laid out
    }
  }

  /** Returns the brightness, 0 to 255, of the darkest pixel of a control as it paints itself. */
  int darkest(Control control) {
    return darkest(control, (image, gc) -> control.print(gc));
  }

  /** Returns the brightness, 0 to 255, of the darkest pixel that the screen shows of a control. */
  int darkestOnScreen(Control control) {
    return darkest(
        control,
        (image, ignored) -> {
          Point corner = control.toDisplay(0, 0);
          var screen = new GC(control.getDisplay());
          screen.copyArea(image, corner.x, corner.y);
          screen.dispose();
        });
  }

  /** Dispatches events until the condition holds; fails after a long time. */
  void waitUntil(String what, BooleanSupplier condition) {
    Display display = shell.getDisplay();
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        fail("did not happen: " + what);
      }
      if (!display.readAndDispatch()) {
        display.timerExec(20, () -> {}); // wakes the display
        display.sleep();
      }
    }
  }

  private static int darkest(Control control, BiConsumer<Image, GC> painter) {
    Point size = control.getSize();
    var image = new Image(control.getDisplay(), size.x, size.y);
    var gc = new GC(image);
    try {
      gc.setBackground(control.getDisplay().getSystemColor(SWT.COLOR_WHITE));
      gc.fillRectangle(0, 0, size.x, size.y);
      painter.accept(image, gc);
      return darkest(image.getImageData());
    } finally {
      gc.dispose();
      image.dispose();
    }
  }

  private static int darkest(ImageData data) {
    int darkest = 255;
    for (int y = 0; y < data.height; y++) {
      for (int x = 0; x < data.width; x++) {
        RGB pixel = data.palette.getRGB(data.getPixel(x, y));
        darkest = Math.min(darkest, Math.max(pixel.red, Math.max(pixel.green, pixel.blue)));
      }
    }
    return darkest;
  }

  @Override
  public void close() {
    shell.dispose();
  }
}
