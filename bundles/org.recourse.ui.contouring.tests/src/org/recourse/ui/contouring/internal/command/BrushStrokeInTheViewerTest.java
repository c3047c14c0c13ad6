/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.testing.Waiting;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;

/**
 * A stroke of the brush in the real page of the slices, by mouse events; runs in OSGi, where the
 * page finds contouring as a service.
 */
class BrushStrokeInTheViewerTest {

  @TempDir private Path temporary;

  @Test
  void mouseEventsDrawOnTheSlice() throws Exception {
    Bundle own = FrameworkUtil.getBundle(OpenContourings.class);
    Assumptions.assumeTrue(own != null, "skipped: not running in OSGi");
    Assumptions.assumeTrue(
        System.getenv("DISPLAY") != null, "skipped: there is no display; run it under Xvfb");
    Display display = Display.getDefault();
    Assumptions.assumeTrue(
        display.getThread() == Thread.currentThread(), "skipped: not on the thread of the display");
    own.start(Bundle.START_TRANSIENT);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      CaseSession session = DrawnCase.in(temporary, executor).open();
      var shell = new Shell(display);
      shell.setLayout(new FillLayout());
      shell.setSize(1200, 800);
      viewPage(own.getBundleContext()).create(shell, session);
      shell.open();
      Control axial = find(shell, "viewer.axial").orElseThrow();
      Waiting.until(
          "the window is laid out",
          display::readAndDispatch,
          () -> axial.getSize().x > 100 && axial.getSize().y > 100);

      press(find(shell, "contouring.show").orElseThrow(), true);
      press(find(shell, "org.recourse.ui.contouring.brush").orElseThrow(), true);
      // before the image has been read a stroke has no place and changes nothing
      Waiting.until(
          "a stroke is drawn",
          display::readAndDispatch,
          () -> {
            drag(axial, axial.getSize().x / 4, axial.getSize().y / 2);
            return session.editingDomain().getCommandStack().canUndo();
          });

      session.editingDomain().getCommandStack().undo();
      assertEquals(false, session.editingDomain().getCommandStack().canUndo());
      shell.dispose();
      session.planWatch().close();
    }
  }

  private static PlanPageFactory viewPage(BundleContext context) throws Exception {
    for (ServiceReference<PlanPageFactory> reference :
        context.getServiceReferences(PlanPageFactory.class, null)) {
      PlanPageFactory factory = context.getService(reference);
      if (factory.title().equals("View")) {
        return factory;
      }
    }
    throw new IllegalStateException("no service with the page View");
  }

  private static void press(Control button, boolean selected) {
    if (button instanceof Button toggle) {
      toggle.setSelection(selected);
    }
    button.notifyListeners(SWT.Selection, new Event());
  }

  private static void drag(Control canvas, int x, int y) {
    send(canvas, SWT.MouseDown, x, y);
    send(canvas, SWT.MouseMove, x + 20, y);
    send(canvas, SWT.MouseUp, x + 20, y);
  }

  private static void send(Control canvas, int type, int x, int y) {
    var event = new Event();
    event.button = type == SWT.MouseMove ? 0 : 1;
    event.x = x;
    event.y = y;
    canvas.notifyListeners(type, event);
  }

  private static Optional<Control> find(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (id.equals(child.getData("org.recourse.id"))) {
        return Optional.of(child);
      }
      if (child instanceof Composite inner) {
        Optional<Control> found = find(inner, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
