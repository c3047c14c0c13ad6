/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.RiskGradient;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.assistant.watch.Interest;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.PlanPreview;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.internal.overlay.GuardedOverlay;
import org.recourse.ui.viewer.internal.overlay.OverlayJob;

/**
 * Keeps the chosen overlay computed: when another one is chosen, when there are new numbers, and
 * when what it follows changes. UI thread only; {@link #stop()} ends it.
 */
final class SessionOverlays {

  private final CaseSession session;
  private final ViewerModel model;
  private final Display display;
  private final OverlayJob job;
  private Optional<Interest> interest = Optional.empty(); // since a gradient was first wanted
  private Optional<Asked> asked = Optional.empty();
  private Optional<String> lastChosen = Optional.empty();
  private boolean stopped;

  /** What the last request depended on. Numbers and doses are told apart by identity. */
  private record Asked(
      String overlayId,
      long revision,
      Optional<Structure> selected,
      Optional<DoseGrid> dose,
      Optional<PlanNumbers> numbers,
      Optional<RiskGradient> gradient) {

    boolean covers(Asked now, Optional<OverlayDescription> description) {
      boolean selection = description.map(OverlayDescription::followsSelection).orElse(false);
      boolean shownDose = description.map(OverlayDescription::followsShownDose).orElse(false);
      return overlayId.equals(now.overlayId)
          && isSame(numbers, now.numbers)
          && isSame(gradient, now.gradient)
          && (!selection || selected.equals(now.selected))
          && (!shownDose || isSame(dose, now.dose));
    }

    private static boolean isSame(Optional<?> first, Optional<?> second) {
      return first.isPresent() == second.isPresent()
          && (first.isEmpty() || first.get() == second.get());
    }
  }

  SessionOverlays(CaseSession session, ViewerModel model, Display display) {
    this.session = Objects.requireNonNull(session, "session");
    this.model = Objects.requireNonNull(model, "model");
    this.display = Objects.requireNonNull(display, "display");
    job = new OverlayJob(this::computed);
    model.addListener(this::update);
  }

  void stop() {
    stopped = true;
    session.viewing().setOverlayFindings(List.of());
    interest.ifPresent(Interest::close);
    job.drop();
  }

  /** Asks for the chosen overlay, unless what is shown or being computed is current. */
  void update() {
    if (!stopped) {
      session.viewing().setOverlayFindings(model.overlays().findings());
    }
    Optional<GuardedOverlay> chosen = model.overlays().chosen();
    follow(chosen.map(overlay -> overlay.entry().id()));
    boolean ofGradient = followsGradient(chosen);
    lookAtGradient(ofGradient);
    if (stopped || chosen.isEmpty()) {
      asked = Optional.empty();
      job.drop();
      return;
    }
    GuardedOverlay overlay = chosen.get();
    ShownNumbers shown = session.planWatch().shown();
    boolean fromGradient = ofGradient && session.viewing().preview().isEmpty();
    if (fromGradient && shown.gradient().isEmpty()) {
      return; // it is being computed with the numbers
    }
    Optional<RiskGradient> gradient = fromGradient ? shown.gradient() : Optional.empty();
    Optional<PlanNumbers> numbers =
        fromGradient
            ? shown.of(DerivedNumber.GRADIENTS)
            : session.viewing().preview().map(PlanPreview::numbers).or(session.planWatch()::latest);
    var now =
        new Asked(
            overlay.entry().id(),
            session.planWatch().revision(),
            session.viewing().selectedStructure(),
            model.content().dose().map(SliceContent.Dose::grid),
            numbers,
            gradient);
    if (asked.filter(before -> before.covers(now, overlay.description())).isEmpty()) {
      asked = Optional.of(now);
      job.request(new OverlayJob.Request(overlay, input(numbers, gradient)));
    }
  }

  /** What is chosen here is known to the other views. */
  private void follow(Optional<String> chosenId) {
    if (!stopped && !lastChosen.equals(chosenId)) {
      lastChosen = chosenId;
      session.viewing().wantOverlay(chosenId);
    }
  }

  /** Gradients are computed with the numbers while an overlay that is made of them is on. */
  private void lookAtGradient(boolean wanted) {
    if (wanted && !stopped && interest.isEmpty()) {
      interest = Optional.of(session.planWatch().newInterest());
    }
    interest.ifPresent(open -> open.lookAt(wanted ? Set.of(DerivedNumber.GRADIENTS) : Set.of()));
  }

  private static boolean followsGradient(Optional<GuardedOverlay> chosen) {
    return chosen
        .flatMap(GuardedOverlay::description)
        .filter(OverlayDescription::followsRiskGradient)
        .isPresent();
  }

  private OverlayInput input(Optional<PlanNumbers> numbers, Optional<RiskGradient> gradient) {
    ContentRequest request = ContentRequest.of(session);
    return new OverlayInput(
        request.snapshot(),
        numbers,
        session.openCase().voxels(),
        selected(request),
        model
            .content()
            .dose()
            .map(dose -> new OverlayInput.ShownGrid(dose.grid(), dose.sceneToDose(), dose.title())),
        request.sceneFrameUid(),
        session.executor(),
        gradient);
  }

  private Optional<StructureState> selected(ContentRequest request) {
    return session
        .viewing()
        .selectedStructure()
        .filter(structure -> structure.eContainer() instanceof StructureSet)
        .flatMap(
            structure -> {
              String setUid = ContentRequest.setUid((StructureSet) structure.eContainer());
              return request.snapshot().structures().stream()
                  .filter(state -> state.structureSetUid().equals(setUid))
                  .filter(state -> state.roiNumber() == structure.getRoiNumber())
                  .findFirst();
            });
  }

  /** Called on the job's thread. */
  private void computed(OverlayJob.Request request, OverlayResult result) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!stopped) {
              model.overlays().show(request.overlay().entry().id(), result);
              if (isOlder(request.input())) { // edited while it was computed
                model.overlays().markStale();
              }
            }
          });
    }
  }

  private boolean isOlder(OverlayInput input) {
    return session.viewing().preview().isEmpty()
        && input
            .numbers()
            .filter(numbers -> numbers.revision() != session.planWatch().revision())
            .isPresent();
  }
}
