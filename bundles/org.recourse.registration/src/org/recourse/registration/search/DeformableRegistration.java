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
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.internal.FoldGuard;
import org.recourse.registration.internal.Lbfgs;
import org.recourse.registration.internal.SplineSearch;
import org.recourse.registration.transform.AffineMap;
import org.recourse.registration.transform.BSplineTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Free-form deformation by cubic B-splines (Rueckert et al. 1999, doi:10.1109/42.796284): coarse to
 * fine in image and lattice, analytic gradient, bending energy. A result never folds: where the
 * volume factor falls below its limit the field is stiffened and searched again, and at last
 * shrunk. Stateless; the result does not depend on the number of threads.
 */
public final class DeformableRegistration {

  private static final int MOST_REPAIRS = 2;
  private static final double STIFFER = 4;

  private final DeformableSettings settings;

  public DeformableRegistration(DeformableSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Searches the deformation on top of an affine start, usually the result of a rigid registration.
   *
   * @param start maps the fixed to the moving frame
   * @param listener told every step
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public DeformableResult register(
      ImageVolume fixed,
      ImageVolume moving,
      AffineTransform start,
      RegistrationStep.Listener listener,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Deformable registration", 100);
    var search = SplineSearch.of(fixed, moving, start, settings, executor, progress.split(5));
    double[] coefficients = search.zero(search.coarsest());
    Lbfgs.Minimum minimum = new Lbfgs.Minimum(coefficients, Double.POSITIVE_INFINITY, 0);
    int iterations = 0;
    SubMonitor levels = progress.split(75);
    for (int level = search.coarsest(); level >= 0; level--) {
      levels.setWorkRemaining(8 << level);
      minimum =
          search.atLevel(
              level,
              coefficients,
              settings.bendingWeight(),
              tell(search, start, level, listener),
              levels.split(4 << level));
      iterations += minimum.iterations();
      coefficients = level > 0 ? search.refine(level, minimum.x()) : minimum.x();
    }
    var findings = new ArrayList<Finding>();
    double weight = settings.bendingWeight();
    double least = search.leastJacobian(coefficients, progress.split(4));
    for (int repair = 0; repair < MOST_REPAIRS && least < settings.leastJacobian(); repair++) {
      weight = Math.max(weight, 1e-3) * STIFFER;
      minimum =
          search.atLevel(
              0, coefficients, weight, tell(search, start, 0, listener), progress.split(6));
      iterations += minimum.iterations();
      coefficients = minimum.x();
      least = search.leastJacobian(coefficients, progress.split(1));
      findings.add(
          Finding.warning(
              "The deformation folded or nearly so and was searched again with stiffer settings; "
                  + "look at the Jacobian map.",
              "registration"));
    }
    if (least < settings.leastJacobian()) {
      double factor = FoldGuard.shrinkFactor(search, coefficients, settings.leastJacobian());
      for (int i = 0; i < coefficients.length; i++) {
        coefficients[i] *= factor;
      }
      least = search.leastJacobian(coefficients, progress.split(1));
      findings.add(
          Finding.error(
              "The deformation folded and was shrunk to "
                  + Math.round(factor * 100)
                  + " % of its size; do not use it without a check.",
              "registration"));
    }
    progress.done();
    return new DeformableResult(
        joined(search.transform(0, coefficients), start),
        minimum.cost(),
        least,
        iterations,
        findings);
  }

  private static Lbfgs.StepListener tell(
      SplineSearch search, AffineTransform start, int level, RegistrationStep.Listener listener) {
    if (listener == RegistrationStep.Listener.NONE) {
      return (iteration, cost, x) -> {};
    }
    return (iteration, cost, x) ->
        listener.stepped(
            new RegistrationStep(
                level, iteration, cost, joined(search.transform(level, x), start)));
  }

  private static SpatialTransform joined(BSplineTransform deformation, AffineTransform start) {
    return new AffineMap(start).after(deformation);
  }
}
