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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.SyntheticRows;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.network.NetworkSize;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Prepares synthetic patients for the campaign: 32 features of each MR sequence, the dose of the
 * re-irradiation in PTVnx and the outcomes with the true risk, in parts of a hundred patients that
 * {@link CohortFolder} reads. A file of a part that exists is left as it is, so a run that was
 * killed goes on, and a table of patients that was deleted is written anew without images. The
 * files of a part do not depend on the number of patients asked for, nor on that of threads. The
 * column of splits stays empty: the campaign splits by position.
 *
 * @param source the patients
 * @param catalogue installed features
 * @param size dose volume
 * @param spacingMm size of its voxels
 * @param partCount patients in a part
 */
public record CampaignPatients(
    SyntheticCohort source,
    FeatureCatalogue catalogue,
    NetworkSize size,
    double spacingMm,
    int partCount) {

  private static final int STANDARD_PART = 100;

  public CampaignPatients {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(size, "size");
    if (partCount < 1) {
      throw new IllegalArgumentException("partCount must be >= 1: " + partCount);
    }
    if (!(spacingMm > 0 && spacingMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("spacingMm must be finite and > 0: " + spacingMm);
    }
  }

  /** Patients whose doses fill 30 x 30 x 20 voxels of 4 mm, as the campaign is measured on. */
  public static CampaignPatients standard(SyntheticCohort source, FeatureCatalogue catalogue) {
    return new CampaignPatients(source, catalogue, new NetworkSize(30, 30, 20), 4, STANDARD_PART);
  }

  /** Features and dose of one patient. */
  private record Prepared(double[] features, float[] doseGy) {}

  /**
   * Makes what is missing of the first patients.
   *
   * @param folder where the parts are kept
   * @param count patients, a multiple of those in a part
   * @param executor patients are spread over its threads
   * @throws IOException if a file cannot be written, or the folder holds dose volumes of another
   *     size
   */
  public void prepare(Path folder, int count, SliceExecutor executor, IProgressMonitor monitor)
      throws IOException {
    if (count < partCount || count % partCount != 0) {
      throw new IOException(
          "Patients are prepared in parts of %d, so their number is a multiple of it: %d."
              .formatted(partCount, count));
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Preparing patients", count);
    Files.createDirectories(folder);
    requireGrid(folder.resolve("dose-grid.csv"));
    for (int first = 0; first < count; first += partCount) {
      progress.checkCanceled();
      progress.subTask("Patient " + (first + 1) + " of " + count);
      part(folder, first, executor, progress.split(partCount));
    }
  }

  private void requireGrid(Path file) throws IOException {
    String values =
        "%d,%d,%d,%s".formatted(size.sizeX(), size.sizeY(), size.sizeZ(), number(spacingMm));
    String wanted = "sizeX,sizeY,sizeZ,spacingMm\n" + values + "\n";
    if (!Files.exists(file)) {
      Files.writeString(file, wanted);
    } else if (!Files.readString(file).equals(wanted)) {
      throw new IOException(file + " names other dose volumes; choose another folder.");
    }
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private void part(Path folder, int first, SliceExecutor executor, SubMonitor progress)
      throws IOException {
    String stem = String.format(Locale.ROOT, "part-%05d", first);
    Path patients = folder.resolve(stem + ".patients.csv");
    Path features = folder.resolve(stem + ".features.csv");
    Path doses = folder.resolve(stem + ".dose.f32");
    if (!Files.exists(features) || !Files.exists(doses)) {
      Prepared[] made = new Prepared[partCount];
      executor.forEachSlice(partCount, progress, i -> made[i] = made(first + i));
      features(first, made).write(features);
      Path temporary = folder.resolve("." + stem + ".dose.tmp");
      Files.write(temporary, bytes(made));
      Files.move(temporary, doses, StandardCopyOption.ATOMIC_MOVE);
    }
    if (!Files.exists(patients)) {
      List<CohortPatient> rows = new ArrayList<>();
      for (int i = 0; i < partCount; i++) {
        rows.add(row(source.patient(first + i)));
      }
      new CohortTable(rows).write(patients);
    }
  }

  private Prepared made(int number) {
    SyntheticPatient patient = source.patient(number);
    var unseen = new NullProgressMonitor(); // cancelled between patients
    try (SliceExecutor single = SliceExecutor.ofThreads(1)) {
      ContourSet target = patient.targets(0, single, unseen).planning();
      List<ImageVolume> images = patient.images(unseen);
      double[] row = new double[0];
      for (MrSequence sequence : MrSequence.values()) {
        double[] own = features(images.get(sequence.ordinal()), target, sequence);
        int before = row.length;
        row = Arrays.copyOf(row, before + own.length);
        System.arraycopy(own, 0, row, before, own.length);
      }
      var spacing = new Vector3(spacingMm, spacingMm, spacingMm);
      Mask mask = TargetCrop.mask(target, TargetCrop.doseGeometry(target, size, spacing), unseen);
      return new Prepared(row, TargetCrop.dose(patient.dose(unseen), mask, size).toArray());
    }
  }

  /** Absent features where the sequence has none. */
  private double[] features(ImageVolume image, ContourSet target, MrSequence sequence) {
    List<String> names =
        SequenceFeatures.names(sequence).stream()
            .map(name -> name.substring(name.indexOf('/') + 1))
            .toList();
    double[] absent = new double[names.size()];
    Arrays.fill(absent, Double.NaN); // as the table takes it
    return TargetCrop.features(
            new RiskVoxels.PlacedImage(image, AffineTransform.IDENTITY),
            target,
            names,
            catalogue,
            null)
        .orElse(absent);
  }

  private FeatureTable features(int first, Prepared[] made) {
    List<String> names = new ArrayList<>();
    for (MrSequence sequence : MrSequence.values()) {
      names.addAll(SequenceFeatures.names(sequence));
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < made.length; i++) {
      ids.add(source.patient(first + i).id());
    }
    return new FeatureTable(
        ids, names, Arrays.stream(made).map(Prepared::features).toArray(double[][]::new));
  }

  private static byte[] bytes(Prepared[] made) {
    int each = made[0].doseGy().length * Float.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(made.length * each).order(ByteOrder.LITTLE_ENDIAN);
    for (Prepared one : made) {
      for (float gy : one.doseGy()) {
        bytes.putFloat(gy);
      }
    }
    return bytes.array();
  }

  /** Facts and outcomes, with the truth in columns of their own that no model reads. */
  private static CohortPatient row(SyntheticPatient patient) {
    CohortPatient known = SyntheticRows.row(patient, "", "");
    Map<String, String> clinical = new LinkedHashMap<>(known.clinical());
    SyntheticPatient.Facts facts = patient.facts();
    clinical.put("truth.necrosisRisk", Double.toString(patient.riskFraction()));
    clinical.put("truth.anterior", Double.toString(facts.fragility().anterior()));
    clinical.put("truth.posterior", Double.toString(facts.fragility().posterior()));
    clinical.put("truth.biology", Double.toString(facts.biology()));
    clinical.put(
        "truth.recurrenceRisk", Double.toString(facts.outcomes().recurrence().riskFraction()));
    return new CohortPatient(
        known.id(), known.centre(), known.split(), known.caseFolder(), clinical, known.outcomes());
  }
}
