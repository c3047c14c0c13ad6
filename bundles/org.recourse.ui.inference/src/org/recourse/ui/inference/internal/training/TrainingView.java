/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.ui.inference.internal.Services;
import org.recourse.ui.widget.WidgetId;

/** Trains a model: entry, curves while it runs, stopping and going on. UI thread only. */
public final class TrainingView extends ViewPart {

  private static final String START = "Train";
  private static final String RESUME = "Go On";
  private static final int TWO_CHARTS_PIXELS = 600;
  private static final int STATE_PIXELS = 56;
  private static final int BELOW_FORM_PIXELS = 112;

  private TrainingForm form;
  private Button start;
  private Button stop;
  private Label state;
  private CurvesChart loss;
  private CurvesChart auc;
  private Optional<TrainingJob> running = Optional.empty();
  private final AtomicReference<Optional<TrainingCurves>> unseen =
      new AtomicReference<>(Optional.empty());

  @Override
  public void createPartControl(Composite parent) {
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(parent);
    var left = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
    GridDataFactory.fillDefaults().grab(false, true).applyTo(left);
    addForm(left);
    addButtons(left);
    var charts = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(charts);
    arrange(charts);
    charts.addListener(SWT.Resize, e -> arrange(charts));
    loss = new CurvesChart(charts, "training.loss", "Cross-entropy", 0);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(loss.control());
    auc = new CurvesChart(charts, "training.auc", "AUC", 0);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(auc.control());
    showWhatCanBeDone();
  }

  /** In a low view the form scrolls, so that the buttons below it stay in sight. */
  private void addForm(Composite left) {
    var scrolled = new ScrolledComposite(left, SWT.V_SCROLL);
    form = new TrainingForm(scrolled, this::showWhatCanBeDone);
    scrolled.setContent(form.control());
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    int height = form.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    scrolled.setMinHeight(height);
    left.addListener(
        SWT.Resize,
        e -> {
          int room = left.getClientArea().height - BELOW_FORM_PIXELS;
          GridDataFactory.fillDefaults()
              .grab(true, false)
              .hint(SWT.DEFAULT, Math.max(1, Math.min(height, room)))
              .applyTo(scrolled);
          left.layout();
        });
  }

  /** Curves side by side where there is room, else one above the other. */
  private static void arrange(Composite charts) {
    boolean narrow = charts.getClientArea().width < TWO_CHARTS_PIXELS;
    GridLayoutFactory.fillDefaults()
        .numColumns(narrow ? 1 : 2)
        .equalWidth(true)
        .spacing(0, 0)
        .applyTo(charts);
    charts.layout();
  }

  private void addButtons(Composite left) {
    var row = new Composite(left, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(true).applyTo(row);
    start = button(row, "training.start", START, this::start);
    stop = button(row, "training.stop", "Stop", () -> running.ifPresent(TrainingJob::cancel));
    state = WidgetId.mark(new Label(left, SWT.WRAP), "training.state");
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(5, 0)
        .hint(1, STATE_PIXELS)
        .applyTo(state);
  }

  private static Button button(Composite parent, String id, String text, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(text);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    GridDataFactory.fillDefaults().hint(90, SWT.DEFAULT).applyTo(button);
    return button;
  }

  @Override
  public void setFocus() {
    form.control().setFocus();
  }

  private void showWhatCanBeDone() {
    boolean idle = running.isEmpty();
    TrainingEntry entry = form.entry();
    Optional<String> mistake =
        Services.find(NetworkTrainer.class).isPresent()
            ? entry.mistake()
            : Optional.of(
                "No engine that trains is installed; add the feature \"ReCourse training with"
                    + " PyTorch\".");
    form.setEnabled(idle);
    start.setEnabled(idle && mistake.isEmpty());
    start.setText(Files.isDirectory(checkpoints(entry)) ? RESUME : START);
    stop.setEnabled(!idle);
    if (idle) {
      say(mistake.orElse(""));
    }
  }

  private void say(String sentence) {
    state.setText(sentence.replace("&", "&&"));
    state.setToolTipText(sentence);
  }

  private static Path stateFolder() {
    return Platform.getStateLocation(FrameworkUtil.getBundle(TrainingView.class)).toFile().toPath();
  }

  private static Path checkpoints(TrainingEntry entry) {
    return stateFolder().resolve("training").resolve(entry.key());
  }

  private void start() {
    TrainingEntry entry = form.entry();
    FeatureCatalogue features =
        Services.find(FeatureCatalogue.class).orElseGet(BuiltInFeatures::catalogue);
    var task =
        new TrainingJob.Task(
            entry.source(stateFolder().resolve("cache"), features),
            entry.inputs(),
            entry.settings(),
            Services.find(NetworkTrainer.class).orElseThrow(),
            Path.of(entry.folder()),
            checkpoints(entry));
    var job = new TrainingJob(task, new OnDisplay(start.getDisplay()));
    running = Optional.of(job);
    show(TrainingCurves.NONE);
    showWhatCanBeDone();
    say(entry.synthetic() ? "Making synthetic patients…" : "Reading the patients…");
    job.schedule();
  }

  private void show(TrainingCurves curves) {
    loss.show("training", curves.trainingLoss(), SWT.COLOR_BLUE);
    loss.show("left-out patients", curves.validationLoss(), SWT.COLOR_DARK_RED);
    loss.finish();
    auc.show("left-out patients", curves.validationAuc(), SWT.COLOR_DARK_RED);
    auc.finish();
    say(curves.text());
  }

  private void showNewest() {
    unseen.getAndSet(Optional.empty()).filter(curves -> !state.isDisposed()).ifPresent(this::show);
  }

  private void end(TrainingEnd end) {
    running = Optional.empty();
    if (!state.isDisposed()) {
      showWhatCanBeDone();
      say(end.sentence());
    }
  }

  @Override
  public void dispose() {
    running.ifPresent(TrainingJob::cancel); // nobody could stop it any more; it can go on later
    super.dispose();
  }

  /** Brings news to the UI thread; of several epochs the newest curves are shown. */
  private final class OnDisplay implements TrainingJob.Follower {

    private final Display display;

    OnDisplay(Display display) {
      this.display = display;
    }

    @Override
    public void progressed(TrainingCurves curves) {
      if (unseen.getAndSet(Optional.of(curves)).isEmpty() && !display.isDisposed()) {
        display.asyncExec(TrainingView.this::showNewest);
      }
    }

    @Override
    public void ended(TrainingEnd end) {
      if (!display.isDisposed()) {
        display.asyncExec(() -> end(end));
      }
    }
  }
}
