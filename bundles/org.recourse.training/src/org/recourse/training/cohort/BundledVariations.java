/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.phantom.necrosis.NecrosisCohort;
import org.recourse.phantom.necrosis.NecrosisPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.multiomics.TargetCrop;
import org.recourse.training.TrainingException;

/**
 * Synthetic patients that vary the bundled case, with noise and grain that it has not. Immutable;
 * the same seed gives the same patients.
 *
 * @param cacheFolder where the bundled case is kept
 * @param features the installed features
 * @param patientCount patients, at least one
 * @param seed decides everything
 */
public record BundledVariations(
    Path cacheFolder, FeatureCatalogue features, int patientCount, long seed)
    implements CohortSource {

  /** Patients of the training set of Gao 2025. */
  public static final int PAPER_COUNT = 97;

  public BundledVariations {
    Objects.requireNonNull(cacheFolder, "cacheFolder");
    Objects.requireNonNull(features, "features");
    if (patientCount < 1) {
      throw new IllegalArgumentException("patientCount must be >= 1: " + patientCount);
    }
  }

  @Override
  public TrainingCohort cohort(DoseBox box, IProgressMonitor monitor) throws TrainingException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Making synthetic patients", patientCount + 10);
    NecrosisCohort cohort = BaseCase.bundled(cacheFolder, progress.split(10)).cohort(seed);
    var extraction = new PatientFeatures(features);
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < patientCount; i++) {
      progress.checkCanceled();
      progress.subTask("patient " + (i + 1) + " of " + patientCount);
      NecrosisPatient patient = cohort.patient(i, progress);
      made.add(
          new Made(
              patient.id(),
              patient.event(),
              dose(patient, box),
              extraction.of(patient.images(), patient.target(), null),
              patient.fractionCount(),
              patient.prescribedGy()));
      progress.worked(1);
    }
    List<String> names = PatientFeatures.common(made.stream().map(Made::features).toList());
    return new TrainingCohort(
        patientCount
            + " synthetic variations of the bundled synthetic case"
            + " (org.recourse.phantom.necrosis, seed "
            + seed
            + ")",
        true,
        NecrosisCohort.TRUTH,
        box,
        names,
        made.stream().map(one -> one.toCase(names)).toList(),
        CohortFacts.of(made.stream().map(Made::facts).toList()));
  }

  private static Tensor dose(NecrosisPatient patient, DoseBox box) {
    Mask mask =
        TargetCrop.mask(
            patient.target(),
            TargetCrop.doseGeometry(patient.target(), box.size(), box.spacingMm()),
            null);
    return TargetCrop.dose(patient.dose(), mask, box.size());
  }

  /** What is kept of a patient once the images are let go. */
  private record Made(
      String id,
      boolean event,
      Tensor dose,
      Map<String, Double> features,
      int fractions,
      double prescribedGy) {

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
