/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Plan;
import org.recourse.ui.planning.internal.optimise.PlanningSessions;
import org.recourse.ui.planning.internal.optimise.ValuesJob;
import org.recourse.ui.planning.internal.optimise.WishValue;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;

/** Keeps the judgement of the plan in work current. UI thread only; ends with its owner. */
final class Judging {

  private final CaseSession session;
  private final Control owner;
  private final Display display;
  private final Consumer<ValuesJob.Judged> whenJudged;
  private final ValuesJob job;
  private Optional<ValuesJob.Request> asked = Optional.empty();
  private Optional<ValuesJob.Judged> known = Optional.empty();
  private Optional<String> noSource = Optional.empty();

  Judging(
      CaseSession session,
      PlanningSessions sessions,
      Control owner,
      Consumer<ValuesJob.Judged> whenJudged) {
    this.session = Objects.requireNonNull(session, "session");
    this.owner = Objects.requireNonNull(owner, "owner");
    display = owner.getDisplay();
    this.whenJudged = Objects.requireNonNull(whenJudged, "whenJudged");
    job =
        new ValuesJob(
            sessions, session.openCase().voxels(), session.executor(), this::doneInBackground);
    owner.addDisposeListener(e -> job.cancel());
  }

  private void doneInBackground(ValuesJob.Judged done) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!owner.isDisposed() && asked.filter(a -> a == done.request()).isPresent()) {
              known = Optional.of(done);
              whenJudged.accept(done);
            }
          });
    }
  }

  /** Asks for the judgement, unless that of the same dose and list is known or on its way. */
  void ask(WishList wishes, double gridMm) {
    Optional<Plan> plan = PlansOfCase.inWork(session.patientCase());
    if (plan.isEmpty() || plan.get().getStructureSet() == null) {
      noSource = Optional.of("The plan names no structure set, so it cannot be judged.");
      return;
    }
    PlanningSource source;
    try {
      source = PlanningSource.of(session.patientCase(), plan.get().getStructureSet());
    } catch (IllegalArgumentException e) {
      noSource = Optional.of(e.getMessage());
      return;
    }
    noSource = Optional.empty();
    var request = new ValuesJob.Request(source, gridMm, wishes, doseGy());
    if (asked.filter(before -> isSame(before, request)).isEmpty()) {
      asked = Optional.of(request);
      job.request(request);
    }
  }

  private static boolean isSame(ValuesJob.Request some, ValuesJob.Request other) {
    boolean sameDose =
        some.doseGy().isPresent() == other.doseGy().isPresent()
            && (some.doseGy().isEmpty() || some.doseGy().get() == other.doseGy().get());
    return sameDose
        && some.wishes().equals(other.wishes())
        && some.spacingMm() == other.spacingMm()
        && some.source().regions().equals(other.source().regions())
        && some.source()
            .snapshot()
            .registrations()
            .equals(other.source().snapshot().registrations());
  }

  /** Dose of the plan in work; none while it is being computed anew. */
  private Optional<DoseGrid> doseGy() {
    return session.planWatch().isStale()
        ? asked.flatMap(ValuesJob.Request::doseGy)
        : session
            .planWatch()
            .latest()
            .flatMap(PlanNumbers::planDose)
            .map(PlanNumbers.PlanDose::doseGy);
  }

  /** Whether a judgement is on its way. */
  boolean isBusy() {
    return noSource.isEmpty()
        && asked.isPresent()
        && known.filter(k -> k.request() == asked.get()).isEmpty();
  }

  /** The values of a list; none while it or the dose is being judged anew. */
  List<WishValue> valuesOf(Optional<WishList> wishes) {
    return known
        .filter(judged -> !isBusy())
        .filter(judged -> wishes.filter(judged.request().wishes()::equals).isPresent())
        .map(ValuesJob.Judged::values)
        .orElse(List.of());
  }

  /** Why the objectives cannot be used. */
  Optional<String> complaint() {
    return noSource.or(
        () -> known.map(ValuesJob.Judged::complaint).filter(text -> !text.isEmpty()));
  }
}
