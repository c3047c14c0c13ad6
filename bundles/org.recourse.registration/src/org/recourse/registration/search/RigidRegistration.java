/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.internal.RigidSearch;
import org.recourse.registration.transform.RigidTransform;

/**
 * Rigid registration of two images: coarse to fine, several starts on the coarsest level, limited
 * memory BFGS with the analytic gradient. The rotation centre lies in the middle of the fixed
 * anatomy, so that the origin of the image does not matter. Stateless; the result does not depend
 * on the number of threads.
 */
public final class RigidRegistration {

  private final RigidSettings settings;

  public RigidRegistration(RigidSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Searches the transform from the fixed to the moving frame.
   *
   * @param start first guess; any rotation centre
   * @param listener told every step
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public RigidResult register(
      ImageVolume fixed,
      ImageVolume moving,
      RigidTransform start,
      RegistrationStep.Listener listener,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Rigid registration", 10);
    var search = RigidSearch.of(fixed, moving, settings, executor, progress.split(2));
    List<RigidResult> candidates = new ArrayList<>();
    SubMonitor coarse = progress.split(3);
    for (RigidTransform guess : search.guesses(start, coarse)) {
      coarse.checkCanceled();
      candidates.add(
          search.atLevel(search.coarsest(), guess, RegistrationStep.Listener.NONE, coarse));
    }
    RigidResult best =
        candidates.stream().min(Comparator.comparingDouble(RigidResult::cost)).orElseThrow();
    int iterations = best.iterations();
    SubMonitor fine = progress.split(5);
    fine.setWorkRemaining(search.coarsest() + 1);
    for (int level = search.coarsest() - 1; level >= 0; level--) {
      best = search.atLevel(level, best.fixedToMoving(), listener, fine.split(1));
      iterations += best.iterations();
    }
    progress.done();
    return new RigidResult(best.fixedToMoving(), best.cost(), iterations, findings(best, start));
  }

  private static List<Finding> findings(RigidResult best, RigidTransform start) {
    Vector3 centre = best.fixedToMoving().centreMm();
    double movedMm = best.fixedToMoving().apply(centre).distanceTo(start.apply(centre));
    if (movedMm <= 50) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "The registration moved the anatomy by "
                + Math.round(movedMm)
                + " mm from its start; check it by eye.",
            "registration"));
  }
}
