/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** A checked box in a view has to look checked. */
class CheckBoxesTest {

  private static final int BOX_PIXELS = 18;
  private static final int FAR = 60;

  private final Display display = PlatformUI.getWorkbench().getDisplay();
  private final Window window = new Window(display);

  @Test
  void theInsideOfCheckedBoxInViewDiffersFromThatOfOneThatIsNot() {
    window.show("org.recourse.ui.views.training");
    Button box = window.control(Button.class, "training.dose");
    window.waitUntil(
        "the view is laid out",
        () -> box.getSize().x > BOX_PIXELS && box.getSize().y > BOX_PIXELS / 2);
    boolean before = box.getSelection();

    window.waitUntil(
        "more than the border of the box differs",
        () -> different(picture(box, true), picture(box, false)));

    box.setSelection(before);
  }

  private static boolean different(ImageData one, ImageData other) {
    int different = 0;
    for (int y = 0; y < Math.min(one.height, other.height); y++) {
      for (int x = 0; x < BOX_PIXELS; x++) {
        if (distance(one, other, x, y) > FAR) {
          different++;
        }
      }
    }
    int border = 4 * BOX_PIXELS;
    return different > 2 * border;
  }

  private ImageData picture(Button box, boolean selected) {
    box.setSelection(selected);
    box.redraw();
    box.update();
    while (display.readAndDispatch()) {
      // paints
    }
    var image = new Image(display, box.getSize().x, box.getSize().y);
    var gc = new GC(image);
    box.print(gc);
    gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    return data;
  }

  private static int distance(ImageData one, ImageData other, int x, int y) {
    RGB a = one.palette.getRGB(one.getPixel(x, y));
    RGB b = other.palette.getRGB(other.getPixel(x, y));
    return Math.max(
        Math.abs(a.red - b.red), Math.max(Math.abs(a.green - b.green), Math.abs(a.blue - b.blue)));
  }
}
