/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.recourse.model.Plan;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.PlanOutcome;

/**
 * What the pages of planning share for one open case: the selected beam, whether beams are drawn on
 * the slices, and what the last optimisation left for a warm start. Not part of the case, not
 * saved, not undone. Mutable; UI thread only.
 */
public final class PlanningState {

  /**
   * What an optimisation leaves behind.
   *
   * @param plan the plan it was entered as
   * @param structures contours and the outer contour it was computed for, as a text to compare
   * @param beams with the dose of their beamlets
   * @param outcome with its fluence
   */
  public record Kept(Plan plan, String structures, AimedBeams beams, PlanOutcome outcome) {

    public Kept {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(structures, "structures");
      Objects.requireNonNull(beams, "beams");
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private OptionalInt selectedBeam = OptionalInt.empty();
  private boolean beamsOnSlices;
  private Optional<Kept> kept = Optional.empty();

  public void addListener(Runnable listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Position of the selected beam in the plan in work. */
  public OptionalInt selectedBeam() {
    return selectedBeam;
  }

  public void selectBeam(OptionalInt index) {
    if (!selectedBeam.equals(index)) {
      selectedBeam = index;
      tell();
    }
  }

  public boolean beamsOnSlices() {
    return beamsOnSlices;
  }

  public void showBeamsOnSlices(boolean shown) {
    if (beamsOnSlices != shown) {
      beamsOnSlices = shown;
      tell();
    }
  }

  /** What the last optimisation left; it may be of another plan than the one in work. */
  public Optional<Kept> kept() {
    return kept;
  }

  public void keep(Kept result) {
    kept = Optional.of(result);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
