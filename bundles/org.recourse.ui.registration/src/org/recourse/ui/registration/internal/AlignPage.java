/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.assistant.registration.DrawnPairs;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.JudgedRegistration;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.assistant.registration.LandmarkFile;
import org.recourse.assistant.registration.MarkedAndDrawn;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.Registration;
import org.recourse.registration.landmark.LandmarkPair;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/**
 * Two images of the case laid over each other: moved by six numbers or by a search, checked, and
 * accepted as one undoable step. UI thread only.
 */
final class AlignPage implements PlanPage, AlignControls.Listener {

  private final CaseSession session;
  private final ModelRefresh model;
  private final Composite page;
  private final FusionCanvas canvas;
  private final AlignControls controls;
  private final List<ImageSeries> series;
  private Optional<ReadingJob.Read> read = Optional.empty();
  private Optional<Job> running = Optional.empty();
  private Optional<JudgedRegistration> judged = Optional.empty(); // the transform as it is now
  private List<LandmarkPair> landmarks = List.of(); // of the images as they are chosen
  private RigidTransform transform = new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO);

  AlignPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "alignImages");
    page.setLayout(new GridLayout(2, false));
    canvas = new FusionCanvas(page, session.executor());
    canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    controls = new AlignControls(page, this);
    series =
        session.patientCase().getImageSeries().stream()
            .filter(s -> s.getFrameOfReference() != null)
            .toList();
    controls.enable(false, false, false);
    page.addDisposeListener(e -> running.ifPresent(Job::cancel));
    if (series.size() < 2) {
      canvas.say("The case has fewer than two images. Import another one to align it.");
      return;
    }
    int fixed = first(ImageRole.PLANNING_CT, 0);
    controls.offerImages(names(), fixed, first(ImageRole.T1, fixed == 0 ? 1 : 0));
    page.getDisplay().asyncExec(this::readWhenSeen);
  }

  /** Images are read when the page is first looked at, not when the editor opens. */
  private void readWhenSeen() {
    if (page.isDisposed()) {
      return;
    }
    if (page.isVisible()) {
      imagesChosen();
    } else {
      canvas.say("");
      page.addListener(SWT.Show, e -> readOnce());
      canvas.control().addListener(SWT.Paint, e -> readOnce());
    }
  }

  private void readOnce() {
    if (read.isEmpty() && running.isEmpty()) {
      imagesChosen();
    }
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    for (ImageSeries each : series) {
      names.add(ImagePair.name(each));
    }
    return names;
  }

  private int first(ImageRole role, int otherwise) {
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i).getRole() == role) {
        return i;
      }
    }
    return otherwise;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void imagesChosen() {
    read = Optional.empty();
    landmarks = List.of();
    judged = Optional.empty();
    ImageSeries fixed = series.get(controls.fixedIndex());
    ImageSeries moving = series.get(controls.movingIndex());
    if (fixed == moving) {
      canvas.say("Fixed and moving image are the same. Choose two.");
      controls.enable(false, false, false);
      return;
    }
    canvas.say("Reading both images");
    run(
        new ReadingJob(
            session.openCase().voxels(),
            ImagePair.of(fixed, moving),
            done -> later(() -> show(done))));
  }

  private void show(ReadingJob.Read done) {
    running = Optional.empty();
    read = Optional.of(done);
    resetAsked();
  }

  @Override
  public void resetAsked() {
    if (read.isEmpty()) {
      return;
    }
    FusionImages images = read.get().images();
    Vector3 centre = images.fixed().middleMm();
    Optional<AffineTransform> known = known(read.get().pair());
    transform =
        known
            .map(matrix -> RigidTransform.of(matrix, centre))
            .orElse(SixDegrees.about(read.get().request().start(), centre));
    canvas.show(new FusionScene(images, transform, controls.mode(), controls.share(), centre));
    controls.show(transform);
    judged = Optional.empty();
    controls.say(
        known.isPresent()
            ? "Shown with the registration of the case."
            : read.get().pair().inOneFrame()
                ? "Both images lie in one frame of reference."
                : "The case has no registration of these images.");
    enable();
  }

  private Optional<AffineTransform> known(ImagePair pair) {
    if (pair.inOneFrame()) {
      return Optional.of(AffineTransform.IDENTITY);
    }
    for (Registration registration : KeptRegistration.between(session.patientCase(), pair)) {
      if (registration.getMatrix().size() == 16) {
        AffineTransform matrix =
            AffineTransform.ofMatrix4x4(
                registration.getMatrix().stream().mapToDouble(Double::doubleValue).toArray());
        boolean fixedToMoving = pair.fixedFrameUid().equals(registration.getFrom().getUid());
        return Optional.of(fixedToMoving ? matrix : matrix.inverse());
      }
    }
    return Optional.empty();
  }

  @Override
  public void shownOtherwise(FusionMode mode, double share) {
    canvas.scene().ifPresent(scene -> canvas.show(scene.withMode(mode).withShare(share)));
  }

  @Override
  public void movedByHand(int degree, double value) {
    transform = SixDegrees.with(transform, degree, value);
    judged = Optional.empty();
    controls.say("Moved by hand and not checked yet.");
    canvas.scene().ifPresent(scene -> canvas.show(scene.withTransform(transform)));
    enable();
  }

  @Override
  public void searchAsked(boolean deformable) {
    if (read.isEmpty()) {
      return;
    }
    CheckedRegistration.Request asked = read.get().request();
    var request =
        new CheckedRegistration.Request(
            asked.fixed(), asked.moving(), asked.similarity(), transform, deformable);
    controls.say("Registering");
    run(
        new SearchJob(
            read.get().pair().label(),
            request,
            evidence(read.get().pair()),
            session.executor(),
            step -> later(() -> stepped(step)),
            outcome -> later(() -> found(request, outcome))));
  }

  private Evidence evidence(ImagePair pair) {
    return new Evidence(
        new MarkedAndDrawn(landmarks, DrawnPairs.of(session.patientCase(), pair)),
        session.openCase().voxels());
  }

  @Override
  public void landmarksAsked() {
    var dialog = new FileDialog(page.getShell(), SWT.OPEN);
    dialog.setText("Landmarks marked in both images");
    dialog.setFilterExtensions(new String[] {"*.csv;*.json", "*.*"});
    String chosen = dialog.open();
    if (chosen != null) { // SWT: cancelled
      useLandmarks(Path.of(chosen));
    }
  }

  /** Takes landmarks from a file; the next check and the next search report their errors. */
  void useLandmarks(Path file) {
    try {
      landmarks = LandmarkFile.read(file);
      judged = Optional.empty();
      controls.say(landmarks.size() + " landmarks read. Check, or register again.");
    } catch (IOException e) {
      controls.say(e.getMessage());
    }
    enable();
  }

  private void stepped(RegistrationStep step) {
    if (running.isPresent()) {
      canvas.scene().ifPresent(scene -> canvas.show(scene.withTransform(step.fixedToMoving())));
    }
  }

  private void found(CheckedRegistration.Request request, CheckedRegistration.Outcome outcome) {
    running = Optional.empty();
    transform =
        SixDegrees.about(
            outcome.rigid().fixedToMoving(), read.orElseThrow().images().fixed().middleMm());
    canvas.scene().ifPresent(scene -> canvas.show(scene.withTransform(transform)));
    controls.show(transform);
    judged(JudgedRegistration.of(request, outcome), outcome.fixedToMoving());
  }

  @Override
  public void cancelAsked() {
    running.ifPresent(Job::cancel);
  }

  @Override
  public void checkAsked() {
    if (read.isEmpty()) {
      return;
    }
    controls.say("Checking");
    run(
        new CheckJob(
            read.get().pair().label(),
            read.get().request(),
            transform,
            evidence(read.get().pair()),
            session.executor(),
            report -> later(() -> checked(report))));
  }

  private void checked(QualityReport report) {
    running = Optional.empty();
    CheckedRegistration.Request request = read.orElseThrow().request();
    judged(
        new JudgedRegistration(
            transform,
            Optional.empty(),
            OptionalInt.empty(),
            report,
            CheckedRegistration.uncertaintyMm(request, report),
            request.fixed().geometry()),
        transform);
  }

  private void judged(JudgedRegistration result, SpatialTransform shown) {
    judged = Optional.of(result);
    canvas.scene().ifPresent(scene -> canvas.show(scene.withTransform(shown)));
    controls.say(VerdictText.of(result.quality()));
    enable();
  }

  @Override
  public void acceptAsked() {
    if (read.isEmpty() || judged.isEmpty()) {
      return;
    }
    ImagePair pair = read.get().pair();
    JudgedRegistration accepted = judged.get();
    var kept = KeptRegistration.in(session.caseFolder(), session.patientCase(), LocalDate.now());
    run(
        new KeepingJob(
            new KeepingJob.Request(kept, pair, accepted, accepted.quality().findings()),
            files -> later(() -> add(kept, pair, accepted, files))));
  }

  private void add(
      KeptRegistration kept,
      ImagePair pair,
      JudgedRegistration accepted,
      KeptRegistration.Files files) {
    running = Optional.empty();
    try {
      model.execute(
          AcceptCommand.of(
              session.editingDomain(),
              session.patientCase(),
              pair,
              kept.entries(session.patientCase(), pair, accepted, files)));
      controls.say(
          String.format(
              Locale.ROOT, "Accepted, with an uncertainty of %.1f mm.", accepted.uncertaintyMm()));
    } catch (IOException e) {
      StatusManager.getManager()
          .handle(
              Status.error("The registration could not be kept: " + e.getMessage(), e),
              StatusManager.SHOW);
    }
    enable();
  }

  private void run(Job job) {
    running = Optional.of(job);
    job.addJobChangeListener(new JobEnd(() -> later(() -> ended(job))));
    enable();
    job.schedule();
  }

  /** A job that was cancelled or failed has not called back. */
  private void ended(Job job) {
    if (running.filter(current -> current == job).isPresent()) {
      running = Optional.empty();
      controls.say("Stopped; nothing was changed.");
      canvas.scene().ifPresent(scene -> canvas.show(scene.withTransform(transform)));
      enable();
    }
  }

  private void enable() {
    boolean acceptable =
        judged.filter(JudgedRegistration::acceptable).isPresent()
            && read.filter(done -> !done.pair().inOneFrame()).isPresent();
    controls.enable(read.isPresent(), running.isPresent(), acceptable);
  }

  private void later(Runnable action) {
    if (!page.isDisposed()) {
      page.getDisplay()
          .asyncExec(
              () -> {
                if (!page.isDisposed()) {
                  action.run();
                }
              });
    }
  }
}
