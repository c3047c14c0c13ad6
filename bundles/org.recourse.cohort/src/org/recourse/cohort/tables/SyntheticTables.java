/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.PatientOutcome;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.extraction.CohortExtraction;
import org.recourse.cohort.extraction.CohortFeatures;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.cohort.extraction.SyntheticSource;
import org.recourse.cohort.multiomics.DoseVolumes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticOutcomes;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Synthetic cohorts of the sizes of the papers, with features extracted from images made in memory.
 * What is done is kept in a folder, so that a run that was killed goes on.
 *
 * @param catalogue installed features
 * @param parameters what is extracted
 * @param parts folder of what is done
 */
public record SyntheticTables(
    FeatureCatalogue catalogue, ExtractionParameters parameters, Path parts) {

  private static final int READ_TWICE = 50;
  private static final double REFERENCE_GY = 2;
  private static final double TUMOUR_ALPHA_BETA_GY = 10;

  /**
   * Patients with the split they belong to.
   *
   * @param split name
   * @param count patients, one after the other in the cohort
   */
  public record Split(String split, int count) {}

  /**
   * Makes a cohort. The first training patients, fifty at most, are drawn by two readers.
   *
   * @param splits in order, the training patients first
   */
  public PreparedCohort cohort(
      SyntheticCohort source, List<Split> splits, SliceExecutor executor, IProgressMonitor monitor)
      throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Synthetic cohort", 100);
    int count = splits.stream().mapToInt(Split::count).sum();
    int twice = Math.min(READ_TWICE, splits.getFirst().count());
    Path folder = parts.resolve("seed-" + source.seed());
    CohortFeatures both =
        new CohortExtraction(catalogue, parameters, 2)
            .run(
                new SyntheticSource(source, 0, twice),
                folder.resolve("two-readers"),
                executor,
                progress.split(20));
    FeatureTable features = both.features();
    if (count > twice) {
      CohortFeatures others =
          new CohortExtraction(catalogue, parameters, 1)
              .run(
                  new SyntheticSource(source, twice, count - twice),
                  folder.resolve("one-reader"),
                  executor,
                  progress.split(80));
      features = below(features, others.features());
    }
    return new PreparedCohort(
        patients(source, splits), features, List.of(both.byReader().get(1)), true);
  }

  /**
   * The same cohort with further features of each patient, such as deep ones, from the images of
   * the first reader.
   *
   * @param name of the folder in which what is done is kept
   */
  public PreparedCohort extended(
      PreparedCohort cohort,
      SyntheticCohort source,
      RegionFeatures further,
      String name,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws IOException {
    CohortFeatures own =
        new CohortExtraction(further, 1)
            .run(
                new SyntheticSource(source, 0, cohort.patients().size()),
                parts.resolve("seed-" + source.seed()).resolve(name),
                executor,
                monitor);
    return new PreparedCohort(
        cohort.patients(),
        cohort.features().joined(own.features()),
        cohort.readings(),
        cohort.synthetic());
  }

  /** The rows of both tables, with the features that both have. */
  private static FeatureTable below(FeatureTable first, FeatureTable second) {
    List<String> names =
        first.featureNames().stream().filter(second.featureNames()::contains).toList();
    List<String> ids = new ArrayList<>(first.patientIds());
    ids.addAll(second.patientIds());
    double[][] rows = new double[ids.size()][names.size()];
    for (int i = 0; i < rows.length; i++) {
      FeatureTable own = i < first.size() ? first : second;
      for (int j = 0; j < names.size(); j++) {
        rows[i][j] = own.value(ids.get(i), names.get(j)).orElse(Double.NaN); // absent in the table
      }
    }
    return new FeatureTable(ids, names, rows);
  }

  /** The patients without images. */
  public static CohortTable patients(SyntheticCohort source, List<Split> splits) {
    List<CohortPatient> patients = new ArrayList<>();
    int number = 0;
    for (Split split : splits) {
      for (int i = 0; i < split.count(); i++) {
        patients.add(patient(source.patient(number++), split.split()));
      }
    }
    return new CohortTable(patients);
  }

  private static CohortPatient patient(SyntheticPatient patient, String split) {
    SyntheticPatient.Facts facts = patient.facts();
    Map<String, String> clinical = new LinkedHashMap<>(facts.clinical().asText());
    double perFractionGy = facts.prescribedGy() / patient.schedule().fractionCount();
    double eqd2Gy =
        facts.prescribedGy()
            * (perFractionGy + TUMOUR_ALPHA_BETA_GY)
            / (REFERENCE_GY + TUMOUR_ALPHA_BETA_GY);
    clinical.put("reirradiationEqd2Gy", Double.toString(eqd2Gy));
    clinical.put("truth.necrosisRisk", Double.toString(patient.riskFraction()));
    Map<String, PatientOutcome> outcomes = new LinkedHashMap<>();
    put(outcomes, "necrosis", facts.outcomes().necrosis());
    put(outcomes, "recurrence", facts.outcomes().recurrence());
    put(outcomes, "death", facts.outcomes().death());
    put(outcomes, "fatalNecrosis", facts.outcomes().fatalNecrosis());
    return new CohortPatient(patient.id(), facts.centre().name(), split, "", clinical, outcomes);
  }

  private static void put(
      Map<String, PatientOutcome> outcomes, String name, SyntheticOutcomes.Outcome outcome) {
    outcomes.put(name, new PatientOutcome(outcome.event(), outcome.followUpMonths()));
  }

  /**
   * Dose volumes of the first patients of a cohort, made when they are first asked for and kept.
   *
   * @param count patients
   * @param spacingMm distance of the voxels
   */
  public static DoseVolumes doses(SyntheticCohort source, int count, double spacingMm) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < count; i++) {
      numbers.put(source.patient(i).id(), i);
    }
    Map<String, Tensor> made = new java.util.concurrent.ConcurrentHashMap<>();
    return (id, size) ->
        Optional.ofNullable(numbers.get(id))
            .map(
                number ->
                    made.computeIfAbsent(
                        id, key -> volume(source.patient(number), size, spacingMm)));
  }

  private static Tensor volume(SyntheticPatient patient, NetworkSize size, double spacingMm) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      ContourSet target = patient.targets(0, executor, null).planning();
      var spacing = new Vector3(spacingMm, spacingMm, spacingMm);
      Mask mask = TargetCrop.mask(target, TargetCrop.doseGeometry(target, size, spacing), null);
      return TargetCrop.dose(patient.dose(null), mask, size);
    }
  }
}
