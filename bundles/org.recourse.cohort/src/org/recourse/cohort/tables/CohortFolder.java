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
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.CsvText;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.multiomics.DoseVolumes;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

/**
 * A cohort as a folder of tables: {@code cohort.csv} with {@code features.csv}, or parts {@code
 * NAME.patients.csv} with {@code NAME.features.csv} that are read one after the other; readings of
 * other readers as {@code features.reader-1.csv} and so on; dose volumes of the patients of a table
 * in its order as {@code cohort.dose.f32} or {@code NAME.dose.f32}: 32-bit floats, little endian,
 * in Gy, x fastest, all of the size in {@code dose-grid.csv} (columns sizeX, sizeY, sizeZ,
 * spacingMm). The volume of a patient without dose is NaN.
 *
 * @param cohort patients and features
 * @param grid size of the dose volumes; empty without them
 * @param places where the volume of a patient stands
 */
public record CohortFolder(
    PreparedCohort cohort, Optional<DoseGridSize> grid, Map<String, Place> places) {

  private static final String SYNTHETIC = "synthetic-";
  private static final String PATIENTS = ".patients.csv";

  public CohortFolder {
    places = Map.copyOf(places);
  }

  /**
   * Size of the dose volumes.
   *
   * @param size voxels
   * @param spacingMm distance of the voxels
   */
  public record DoseGridSize(NetworkSize size, double spacingMm) {}

  /**
   * Where a volume stands.
   *
   * @param file of volumes
   * @param row number of the volume in it
   */
  public record Place(Path file, int row) {}

  /**
   * @throws IOException if a file cannot be read
   * @throws TableFormatException if it is not what it should be; the sentence names it
   */
  public static CohortFolder read(Path folder) throws IOException, TableFormatException {
    List<CohortPatient> patients = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    List<Path> features = new ArrayList<>();
    for (Path table : tables(folder)) {
      CohortTable own = CohortTable.read(table);
      String name = table.getFileName().toString();
      boolean part = name.endsWith(PATIENTS);
      String stem = part ? name.substring(0, name.length() - PATIENTS.length()) : "cohort";
      features.add(folder.resolve(part ? stem + ".features.csv" : "features.csv"));
      Path doses = folder.resolve(stem + ".dose.f32");
      if (Files.exists(doses)) {
        for (int row = 0; row < own.size(); row++) {
          places.put(own.patient(row).id(), new Place(doses, row));
        }
      }
      patients.addAll(own.patients());
    }
    boolean synthetic = patients.stream().allMatch(p -> p.id().startsWith(SYNTHETIC));
    var cohort =
        new PreparedCohort(
            new CohortTable(patients), joined(features), readings(folder), synthetic);
    return new CohortFolder(
        cohort, places.isEmpty() ? Optional.empty() : Optional.of(grid(folder)), places);
  }

  private static List<Path> tables(Path folder) throws IOException, TableFormatException {
    Path single = folder.resolve("cohort.csv");
    if (Files.exists(single)) {
      return List.of(single);
    }
    if (!Files.isDirectory(folder)) {
      throw new TableFormatException(folder + " is no folder.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(file -> file.toString().endsWith(PATIENTS)).sorted().toList();
      if (parts.isEmpty()) {
        throw new TableFormatException(
            folder + " holds no cohort.csv; make it with \"cohort extract\".");
      }
      return parts;
    }
  }

  private static FeatureTable joined(List<Path> files) throws IOException, TableFormatException {
    List<String> ids = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    List<String> names = List.of();
    for (Path file : files) {
      FeatureTable own = FeatureTable.read(file);
      if (!names.isEmpty() && !names.equals(own.featureNames())) {
        throw new TableFormatException(file + " has other features than the part before.");
      }
      names = own.featureNames();
      for (String id : own.patientIds()) {
        double[] row = new double[names.size()];
        for (int j = 0; j < row.length; j++) {
          row[j] = own.value(id, names.get(j)).orElse(Double.NaN); // absent, as the table takes it
        }
        ids.add(id);
        rows.add(row);
      }
    }
    return new FeatureTable(ids, names, rows.toArray(double[][]::new));
  }

  private static List<FeatureTable> readings(Path folder) throws IOException, TableFormatException {
    List<FeatureTable> readings = new ArrayList<>();
    for (int reader = 1; ; reader++) {
      Path file = folder.resolve("features.reader-" + reader + ".csv");
      if (!Files.exists(file)) {
        return readings;
      }
      readings.add(FeatureTable.read(file));
    }
  }

  private static DoseGridSize grid(Path folder) throws IOException, TableFormatException {
    Path file = folder.resolve("dose-grid.csv");
    if (!Files.exists(file)) {
      throw new TableFormatException(
          file + " is missing: columns sizeX, sizeY, sizeZ, spacingMm of the dose volumes.");
    }
    CsvText text = CsvText.read(file);
    try {
      List<String> row = text.rows().getFirst();
      return new DoseGridSize(
          new NetworkSize(
              (int) number(text, row, "sizeX"),
              (int) number(text, row, "sizeY"),
              (int) number(text, row, "sizeZ")),
          number(text, row, "spacingMm"));
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw new TableFormatException(file + " is no dose grid: " + e.getMessage(), e);
    }
  }

  private static double number(CsvText text, List<String> row, String column) {
    return Double.parseDouble(row.get(text.columns().indexOf(column)));
  }

  /** The dose volumes; a network of another size than theirs is refused. */
  public DoseVolumes doses() {
    return (id, size) -> {
      Place place = places.get(id);
      if (place == null) {
        return Optional.empty();
      }
      if (grid.isEmpty() || !grid.get().size().equals(size)) {
        throw new IOException(place.file() + " holds volumes of another size than " + size);
      }
      float[] values = volume(place, size.doseShape().valueCount());
      return Float.isNaN(values[0])
          ? Optional.empty()
          : Optional.of(Tensor.of(size.doseShape(), values));
    };
  }

  private static float[] volume(Place place, int count) throws IOException {
    byte[] bytes = new byte[count * Float.BYTES];
    try (var file = new RandomAccessFile(place.file().toFile(), "r")) {
      file.seek((long) place.row() * bytes.length);
      file.readFully(bytes);
    }
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
