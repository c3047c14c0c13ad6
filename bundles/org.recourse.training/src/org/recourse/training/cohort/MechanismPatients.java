/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Synthetic patients of {@link SyntheticCohort}, whose outcome is drawn from the fragility of the
 * tissue, visible in the texture of the images, against where the dose lies. Immutable; the same
 * seed gives the same patients.
 *
 * @param features the installed features
 * @param patientCount patients, at least one
 * @param seed decides everything
 */
public record MechanismPatients(FeatureCatalogue features, int patientCount, long seed)
    implements CohortSource {

  private static final String TRUTH =
      "`org.recourse.phantom.cohort.HiddenMechanism`: risk from the mean of order 12 of cumulative"
          + " EQD2 over local tolerance; tolerance from two fragilities that set the grain of T1C"
          + " and of T2";

  public MechanismPatients {
    Objects.requireNonNull(features, "features");
    if (patientCount < 1) {
      throw new IllegalArgumentException("patientCount must be >= 1: " + patientCount);
    }
  }

  @Override
  public TrainingCohort cohort(DoseBox box, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Making synthetic patients", patientCount);
    var cohort = new SyntheticCohort(seed, CohortSettings.STANDARD);
    var extraction = new PatientFeatures(features);
    List<Made> made = new ArrayList<>();
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      for (int i = 0; i < patientCount; i++) {
        progress.checkCanceled();
        progress.subTask("patient " + (i + 1) + " of " + patientCount);
        made.add(Made.of(cohort.patient(i), box, extraction, executor));
        progress.worked(1);
      }
    }
    List<String> names = PatientFeatures.common(made.stream().map(Made::features).toList());
    return new TrainingCohort(
        patientCount
            + " synthetic (`org.recourse.phantom.cohort`, four centres, seed "
            + seed
            + ")",
        true,
        TRUTH,
        box,
        names,
        made.stream().map(one -> one.toCase(names)).toList(),
        CohortFacts.of(made.stream().map(Made::facts).toList()));
  }

  /** What is kept of a patient once the images are let go. */
  private record Made(
      String id,
      boolean event,
      Tensor dose,
      Map<String, Double> features,
      int fractions,
      double prescribedGy) {

    static Made of(
        SyntheticPatient patient, DoseBox box, PatientFeatures extraction, SliceExecutor executor) {
      ContourSet target = patient.targets(0, executor, null).planning();
      return new Made(
          patient.id(),
          patient.event(),
          cut(patient.dose(null), target, box),
          extraction.of(patient.images(null), target, null),
          patient.schedule().fractionCount(),
          patient.facts().prescribedGy());
    }

    private static Tensor cut(DoseGrid dose, ContourSet target, DoseBox box) {
      Mask mask =
          TargetCrop.mask(
              target, TargetCrop.doseGeometry(target, box.size(), box.spacingMm()), null);
      return TargetCrop.dose(dose, mask, box.size());
    }

    TrainingCase toCase(List<String> names) {
      return new TrainingCase(
          id, Optional.of(dose), names.stream().mapToDouble(features::get).toArray(), event);
    }

    CohortFacts.OfPatient facts() {
      double maximumGy = 0;
      for (float value : dose.toArray()) {
        maximumGy = Math.max(maximumGy, value);
      }
      return new CohortFacts.OfPatient(maximumGy, fractions, prescribedGy);
    }
  }
}
