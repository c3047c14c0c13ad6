/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.recourse.model.Plan;
import org.recourse.ui.editor.ViewingLink;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.widget.WidgetId;

/**
 * What the selected beam sees: targets, visible organs, and beamlets, segments or jaws. UI thread
 * only.
 */
public final class BeamEye {

  private static final int LEAST_SIZE = 60;

  private final CaseSession session;
  private final PlanningState state;
  private final Composite part;
  private final Label title;
  private final Canvas canvas;
  private final Label step;
  private final Scale steps;
  private final PictureJob job;
  private Optional<BeamPicture> picture = Optional.empty();
  private Optional<Image> image = Optional.empty();
  private String empty = "";

  public BeamEye(Composite parent, CaseSession session, PlanningState state) {
    this.session = session;
    this.state = state;
    part = WidgetId.mark(new Composite(parent, SWT.NONE), "beams.eye");
    var layout = new GridLayout(3, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    part.setLayout(layout);
    title = WidgetId.mark(new Label(part, SWT.NONE), "beams.eyeTitle");
    title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    step = WidgetId.mark(new Label(part, SWT.RIGHT), "beams.eyeStep");
    step.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    steps = WidgetId.mark(new Scale(part, SWT.HORIZONTAL), "beams.eyeSteps");
    steps.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    steps.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> stepChosen()));
    canvas = new Canvas(part, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    job = new PictureJob(session.executor(), done -> later(() -> show(done)));
    canvas.addListener(SWT.Paint, e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> refresh());
    canvas.addListener(SWT.Dispose, e -> dispose());
    Runnable follow = this::refresh;
    state.addListener(follow);
    part.addDisposeListener(e -> state.removeListener(follow));
    ViewingLink.keep(
        session,
        part,
        aspect -> {
          if (aspect == ViewingListener.Aspect.VISIBLE_STRUCTURES
              || aspect == ViewingListener.Aspect.SELECTED_STRUCTURE) {
            refresh();
          }
        });
    showSteps(0);
  }

  private void later(Runnable task) {
    Display display = part.getDisplay();
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!part.isDisposed()) {
              task.run();
            }
          });
    }
  }

  /** Draws the selected beam anew. */
  public void refresh() {
    if (part.isDisposed()) {
      return;
    }
    Optional<Plan> plan = PlansOfCase.inWork(session.patientCase());
    OptionalInt index = state.selectedBeam();
    boolean known =
        plan.isPresent() && index.isPresent() && index.getAsInt() < plan.get().getBeams().size();
    Optional<BeamScene> scene =
        known ? BeamSceneOf.beam(session, state, plan.get(), index.getAsInt()) : Optional.empty();
    if (scene.isEmpty()) {
      picture = Optional.empty();
      showSteps(0);
      title.setText("");
      empty =
          known
              ? "The isocentre of this beam is unknown. Type it in the table."
              : "Select a beam to see what it sees.";
      canvas.redraw();
      return;
    }
    title.setText(scene.get().title());
    Rectangle area = canvas.getClientArea();
    int size = Math.max(LEAST_SIZE, Math.min(area.width, area.height));
    job.request(new PictureJob.Request(scene.get(), size));
  }

  private void show(BeamPicture done) {
    boolean other =
        picture.map(before -> !before.scene().title().equals(done.scene().title())).orElse(true);
    picture = Optional.of(done);
    image.ifPresent(Image::dispose);
    var data =
        new ImageData(done.size(), done.size(), 24, new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
    for (int y = 0; y < done.size(); y++) {
      data.setPixels(0, y, done.size(), done.pixelsRgb(), y * done.size());
    }
    image = Optional.of(new Image(canvas.getDisplay(), data));
    if (other || steps.getMaximum() != BeamSteps.count(done.aperture())) {
      showSteps(BeamSteps.count(done.aperture()));
    }
    canvas.redraw();
  }

  /** Position 0 is everything together, the others are single segments or control points. */
  private void showSteps(int count) {
    steps.setVisible(count > 1);
    step.setVisible(count > 1);
    if (count > 1) {
      steps.setMaximum(count);
      steps.setSelection(0);
      stepChosen();
    }
    part.layout(true, true);
  }

  private void stepChosen() {
    step.setText(picture.map(p -> BeamSteps.text(p.aperture(), steps.getSelection())).orElse(""));
    part.layout(true, true);
    canvas.redraw();
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    var painter = new BeamPainter(gc, area);
    painter.background();
    if (picture.isPresent() && image.isPresent()) {
      painter.picture(picture.get(), image.get(), steps.getVisible() ? steps.getSelection() : 0);
    } else {
      painter.sentence(empty);
    }
  }

  private void dispose() {
    job.cancel();
    image.ifPresent(Image::dispose);
    image = Optional.empty();
  }
}
