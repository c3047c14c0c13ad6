/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;

/** Wide pencils on their lattice against the same pencils stored value by value. */
class WidePencilsTest {

  /** No pencil of the machine is wide with this cut-off. */
  private static final double EVERYTHING_STORED_MM = 400;

  /**
   * Of the dose on the axis: 1 % of the pencils of 15 and 60 mm, which make up to 0.4 of the dose,
   * and what a cut-off at 20 mm leaves out of the pencil of 5 mm.
   */
  private static final double TOLERANCE = 0.004;

  private final PhotonMachine machine = MachineFile.generic6Mv();

  @ParameterizedTest(name = "gantry {0}, table {1}, collimator {2}")
  @CsvSource({"0,0,0", "40,0,0", "90,0,90", "217,0,30", "300,25,0", "70,90,10"})
  void latticeAgreesWithStoredValues(double gantry, double table, double collimator) {
    PlannedBeam beam = beam(new BeamAngles(gantry, table, collimator));
    double[] exact = doseOf(matrix(beam, EVERYTHING_STORED_MM));
    double[] quick = doseOf(matrix(beam, 20));
    double greatest = Arrays.stream(exact).max().orElseThrow();
    for (int i = 0; i < exact.length; i++) {
      assertEquals(exact[i], quick[i], TOLERANCE * greatest, "voxel " + i);
    }
  }

  @ParameterizedTest(name = "gantry {0}, table {1}, collimator {2}")
  @CsvSource({"40,0,0", "90,0,90", "300,25,10"})
  void bothProductsAreAdjoint(double gantry, double table, double collimator) {
    InfluenceMatrix matrix = matrix(beam(new BeamAngles(gantry, table, collimator)), 20);
    var random = new Random(4);
    double[] fluence = random.doubles(matrix.weightCount()).toArray();
    double[] q = random.doubles(matrix.geometry().voxelCount()).toArray();
    double[] dose = new double[q.length];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
      double[] g = matrix.weightDerivative(q, executor, new NullProgressMonitor());
      // nodes are floats on one way and doubles on the other
      assertEquals(dot(dose, q), dot(fluence, g), 1e-6 * dot(dose, q));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    InfluenceMatrix matrix = matrix(beam(BeamAngles.gantry(40)), 20);
    double[] fluence = new Random(3).doubles(matrix.weightCount()).toArray();
    double[][] dose = new double[2][matrix.geometry().voxelCount()];
    double[][] derivative = new double[2][];
    for (int k = 0; k < 2; k++) {
      try (SliceExecutor executor = SliceExecutor.ofThreads(1 + 2 * k)) {
        matrix.dose(fluence, dose[k], executor, new NullProgressMonitor());
        derivative[k] = matrix.weightDerivative(dose[k], executor, new NullProgressMonitor());
      }
    }
    assertArrayEquals(dose[0], dose[1]);
    assertArrayEquals(derivative[0], derivative[1]);
  }

  @Test
  void tailsAreNotCutOff() {
    double[] dose = doseOf(matrix(beam(BeamAngles.gantry(0)), 20));
    assertTrue(Arrays.stream(dose).allMatch(d -> d > 0));
  }

  private static PlannedBeam beam(BeamAngles angles) {
    BeamFrame frame =
        BeamFrame.of(angles, PatientPosition.HEAD_FIRST_SUPINE, InfluencePhantom.CENTRE_MM, 1000);
    return new PlannedBeam(frame, Beamlets.field(5, 12, 10));
  }

  private InfluenceMatrix matrix(PlannedBeam beam, double cutOffMm) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new PencilBeamEngine(machine, cutOffMm)
          .influence(
              List.of(beam),
              InfluencePhantom.water(),
              InfluencePhantom.everywhere(),
              executor,
              new NullProgressMonitor());
    }
  }

  private static double[] doseOf(InfluenceMatrix matrix) {
    double[] fluence = new double[matrix.weightCount()];
    Arrays.fill(fluence, 1);
    double[] dose = new double[matrix.geometry().voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
    }
    return dose;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
