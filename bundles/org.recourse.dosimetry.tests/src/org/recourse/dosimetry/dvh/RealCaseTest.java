/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * The real case, whose contours follow voxel edges, against a supersampling that shares no code
 * with the engine: its own reader, its own point-in-polygon rows, its own trilinear dose.
 */
class RealCaseTest {

  /** Demanded for Dmean and D95. */
  private static final double TOLERANCE_GY = 0.1;

  /** Area of polygons times spacing is exact; the engine rounds volumes to float. */
  private static final double VOLUME_TOLERANCE = 1e-3;

  private static final double SLICE_MM = 2.5;
  private static final double STEP_MM = 3.906 / 6; // voxel edges lie on multiples
  private static final int LAYERS = 4;
  private static final double LARGEST_CM3 = 1000; // the body would take a minute

  private static Path folder() {
    Path shared =
        Path.of(System.getProperty("recourse.shared", "/nowhere"), "data", "head-neck-case");
    boolean present = Files.isRegularFile(shared.resolve("RTDOSE.dcm"));
    if (!present) {
      for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
        Path beside = at.resolve("shared/data/head-neck-case");
        if (Files.isRegularFile(beside.resolve("RTDOSE.dcm"))) {
          return beside;
        }
      }
    }
    Assumptions.assumeTrue(present, "the shared head-and-neck case is not here: " + shared);
    return shared;
  }

  private static DoseGrid dose(Path file) throws IOException {
    List<ExplicitDicom.Element> elements = ExplicitDicom.elements(file);
    int rows = ExplicitDicom.first(elements, 0x00280010).value().getShort(0);
    int columns = ExplicitDicom.first(elements, 0x00280011).value().getShort(0);
    int frames = Integer.parseInt(ExplicitDicom.first(elements, 0x00280008).text());
    double[] spacing = ExplicitDicom.first(elements, 0x00280030).numbers();
    double[] origin = ExplicitDicom.first(elements, 0x00200032).numbers();
    double[] offsets = ExplicitDicom.first(elements, 0x3004000c).numbers();
    double scaling = ExplicitDicom.first(elements, 0x3004000e).numbers()[0];
    var pixels = ExplicitDicom.first(elements, 0x7fe00010).value();
    var geometry =
        new GridGeometry(
            columns,
            rows,
            frames,
            new Vector3(origin[0], origin[1], origin[2] + offsets[0]),
            new Vector3(spacing[1], spacing[0], offsets[1] - offsets[0]));
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[rows * columns];
    for (int z = 0; z < frames; z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (float) (pixels.getInt(4 * (z * slice.length + i)) * scaling);
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  @Test
  void agreesWithSupersampling() throws IOException {
    Path folder = folder();
    DoseGrid dose = dose(folder.resolve("RTDOSE.dcm"));
    Map<String, List<double[]>> structures = ExplicitDicom.contours(folder.resolve("RTSTRUCT.dcm"));
    assertEquals(11, structures.size());
    int compared = 0;
    try (var executor = SliceExecutor.ofThreads(2)) {
      for (var structure : structures.entrySet()) {
        var contours =
            new ContourSet(structure.getValue().stream().map(PlanarContour::of).toList());
        ContourPlanes planes = ContourPlanes.of(contours, SLICE_MM);
        if (planes.prismVolumeCm3() > LARGEST_CM3) {
          continue;
        }
        // The way every command and view takes: nobody names the convention.
        Dvh dvh =
            StructureSampling.of(contours, dose.geometry(), executor, new NullProgressMonitor())
                .dvh(dose)
                .orElseThrow();
        assertEquals(Optional.of(ShapeConvention.PRISMS), dvh.shape(), structure.getKey());
        float[] sampled = new Supersampling(dose).sortedGy(structure.getValue());
        String name = structure.getKey();
        double mean = mean(sampled);
        double d95 = sampled[(int) (0.05 * sampled.length)];
        assertEquals(mean, dvh.meanGy(), TOLERANCE_GY, name + " Dmean");
        assertEquals(d95, dvh.doseAtVolumePercentGy(95), TOLERANCE_GY, name + " D95");
        assertEquals(
            1, dvh.volumeCm3() / planes.prismVolumeCm3(), VOLUME_TOLERANCE, name + " volume");
        assertTrue(dvh.doseErrorGy(95) < TOLERANCE_GY, name);
        compared++;
      }
    }
    assertEquals(10, compared);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Prisms of half a slice up and down, filled with points. */
  private record Supersampling(DoseGrid dose) {

    float[] sortedGy(List<double[]> contours) {
      var byPlane = new TreeMap<Long, List<double[]>>();
      for (double[] contour : contours) {
        byPlane
            .computeIfAbsent(Math.round(contour[2] * 1000), key -> new java.util.ArrayList<>())
            .add(contour);
      }
      float[] doses = new float[1 << 16];
      int count = 0;
      for (var plane : byPlane.entrySet()) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double[] contour : plane.getValue()) {
          for (int i = 1; i < contour.length; i += 3) {
            low = Math.min(low, contour[i]);
            high = Math.max(high, contour[i]);
          }
        }
        for (double y = low + 0.5 * STEP_MM; y < high; y += STEP_MM) {
          double[] crossings = crossings(plane.getValue(), y);
          for (int c = 0; c + 1 < crossings.length; c += 2) {
            for (double x = crossings[c] + 0.5 * STEP_MM; x < crossings[c + 1]; x += STEP_MM) {
              for (int layer = 0; layer < LAYERS; layer++) {
                double z = plane.getKey() / 1000.0 + SLICE_MM * ((layer + 0.5) / LAYERS - 0.5);
                doses = count == doses.length ? Arrays.copyOf(doses, 2 * count) : doses;
                doses[count++] = (float) trilinear(x, y, z);
              }
            }
          }
        }
      }
      float[] sorted = Arrays.copyOf(doses, count);
      Arrays.sort(sorted);
      return sorted;
    }

    private static double[] crossings(List<double[]> contours, double y) {
      double[] found = new double[256];
      int count = 0;
      for (double[] c : contours) {
        for (int i = 0; i < c.length; i += 3) {
          int k = (i + 3) % c.length;
          if (c[i + 1] > y != c[k + 1] > y) {
            found[count++] = c[i] + (y - c[i + 1]) / (c[k + 1] - c[i + 1]) * (c[k] - c[i]);
          }
        }
      }
      double[] sorted = Arrays.copyOf(found, count);
      Arrays.sort(sorted);
      return sorted;
    }

    private double trilinear(double x, double y, double z) {
      GridGeometry g = dose.geometry();
      double i = inside((x - g.originMm().x()) / g.spacingMm().x(), g.sizeX());
      double j = inside((y - g.originMm().y()) / g.spacingMm().y(), g.sizeY());
      double k = inside((z - g.originMm().z()) / g.spacingMm().z(), g.sizeZ());
      int i0 = Math.min((int) i, g.sizeX() - 2);
      int j0 = Math.min((int) j, g.sizeY() - 2);
      int k0 = Math.min((int) k, g.sizeZ() - 2);
      double sum = 0;
      for (int corner = 0; corner < 8; corner++) {
        int di = corner & 1;
        int dj = corner >> 1 & 1;
        int dk = corner >> 2;
        double weight =
            (di == 1 ? i - i0 : 1 - i + i0)
                * (dj == 1 ? j - j0 : 1 - j + j0)
                * (dk == 1 ? k - k0 : 1 - k + k0);
        sum += weight * dose.doseGyAt(i0 + di, j0 + dj, k0 + dk);
      }
      return sum;
    }

    private static double inside(double index, int size) {
      return Math.max(0, Math.min(size - 1, index));
    }
  }
}
