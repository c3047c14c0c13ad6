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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.machine.DepthCurve;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/** A made-up machine with two pencils whose dose is known in closed form. */
class PencilBeamTest {

  private static final double ATTENUATION_PER_MM = 0.005;
  private static final double[] SIGMA_MM = {4, 15};
  private static final double[] SHARE = {0.8, 0.2};
  private static final double DISTANCE_MM = 1000;

  /**
   * Tables of depth and of the normal integral, and floats, round to this, relative to the axis.
   */
  private static final double TOLERANCE = 2e-5;

  private static final GridGeometry GRID =
      new GridGeometry(25, 21, 17, new Vector3(-48, -40, -32), new Vector3(4, 4, 4));

  private final PencilBeamEngine engine = new PencilBeamEngine(machine(), 60);

  @ParameterizedTest
  @ValueSource(doubles = {0, 37, 90, 211})
  void anOpenFieldIsTheClosedForm(double gantryDeg) {
    BeamFrame frame = frame(BeamAngles.gantry(gantryDeg));
    double[] dose = openField(frame, Beamlets.field(5, 6, 4));
    for (int i = 0; i < dose.length; i += 7) {
      Vector3 point = GRID.centreMm(i);
      if (Math.hypot(frame.uMm(point), frame.vMm(point)) < 40) {
        assertEquals(closedForm(frame, point, 15, 10), dose[i], TOLERANCE, point.toString());
      }
    }
  }

  /** Superposition: nine beamlets of 5 mm are one of 15 mm. */
  @Test
  void beamletsAddUpToTheField() {
    BeamFrame frame = frame(BeamAngles.gantry(20));
    assertArrayEquals(
        openField(frame, new Beamlets(15, new double[] {0}, new double[] {0})),
        openField(frame, Beamlets.field(5, 3, 3)),
        TOLERANCE);
  }

  /** Turning beam and table the same way about the vertical axis changes nothing in the patient. */
  @Test
  void aFullTurnOfTableIsNoTurn() {
    Beamlets field = Beamlets.field(5, 4, 2);
    assertArrayEquals(
        openField(frame(new BeamAngles(40, 0, 10)), field),
        openField(frame(new BeamAngles(40, 360, 10)), field),
        TOLERANCE);
  }

  /** The product with a fluence and its transpose are adjoint: (D w)·q = w·(Dᵀ q). */
  @Test
  void bothProductsAreAdjoint() {
    InfluenceMatrix matrix = twoBeams(2);
    var random = new Random(4);
    double[] fluence = random.doubles(matrix.weightCount()).toArray();
    double[] q = random.doubles(GRID.voxelCount()).toArray();
    double[] dose = new double[GRID.voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
      double[] g = matrix.weightDerivative(q, executor, new NullProgressMonitor());
      assertEquals(dot(dose, q), dot(fluence, g), 1e-9 * dot(dose, q));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    double[] one = doseOf(twoBeams(1), 1);
    double[] three = doseOf(twoBeams(3), 3);
    assertArrayEquals(one, three);
  }

  @Test
  void aValueCostsAtMostSixBytes() {
    InfluenceMatrix matrix = twoBeams(2);
    assertTrue(
        matrix.byteCount() <= 6 * matrix.nonZeroCount(),
        matrix.byteCount() + " bytes for " + matrix.nonZeroCount());
  }

  /** Outside the scored voxels there is no dose, and nothing is stored for them. */
  @Test
  void onlyScoredVoxelsGetDose() {
    BitSet some = new BitSet();
    some.set(3, 9);
    some.set(12, 20);
    Mask.Builder builder = Mask.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      builder.slice(z, some);
    }
    InfluenceMatrix matrix = matrix(List.of(beam(0)), builder.build(), 1);
    double[] dose = doseOf(matrix, 1);
    for (int i = 0; i < dose.length; i++) {
      assertEquals(some.get(i % GRID.sliceVoxelCount()), dose[i] > 0, "voxel " + i);
    }
  }

  @Test
  void anEmptyMaskGivesAnEmptyMatrix() {
    InfluenceMatrix matrix = matrix(List.of(beam(0)), Mask.builder(GRID).build(), 1);
    assertEquals(0, matrix.nonZeroCount());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class,
          () ->
              engine.influence(
                  List.of(beam(0)), DensityGrid.uniform(GRID, 1), everywhere(), executor, monitor));
    }
  }

  private InfluenceMatrix twoBeams(int threads) {
    return matrix(List.of(beam(0), beam(73)), everywhere(), threads);
  }

  private InfluenceMatrix matrix(List<PlannedBeam> beams, Mask scored, int threads) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return engine.influence(
          beams, DensityGrid.uniform(GRID, 1), scored, executor, new NullProgressMonitor());
    }
  }

  private static PlannedBeam beam(double gantryDeg) {
    return new PlannedBeam(frame(BeamAngles.gantry(gantryDeg)), Beamlets.field(5, 6, 4));
  }

  private double[] openField(BeamFrame frame, Beamlets beamlets) {
    return doseOf(matrix(List.of(new PlannedBeam(frame, beamlets)), everywhere(), 2), 2);
  }

  private static double[] doseOf(InfluenceMatrix matrix, int threads) {
    double[] fluence = new double[matrix.weightCount()];
    java.util.Arrays.fill(fluence, 1);
    double[] dose = new double[matrix.geometry().voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
    }
    return dose;
  }

  private static BeamFrame frame(BeamAngles angles) {
    return BeamFrame.of(
        angles, PatientPosition.HEAD_FIRST_SUPINE, new Vector3(3, -5, 2), DISTANCE_MM);
  }

  private static Mask everywhere() {
    Mask.Builder builder = Mask.builder(GRID);
    BitSet all = new BitSet();
    all.set(0, GRID.sliceVoxelCount());
    for (int z = 0; z < GRID.sizeZ(); z++) {
      builder.slice(z, all);
    }
    return builder.build();
  }

  private static PhotonMachine machine() {
    var components = new java.util.ArrayList<PhotonMachine.Component>();
    for (int c = 0; c < SIGMA_MM.length; c++) {
      double[] weight = new double[4000];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = SHARE[c] * Math.exp(-ATTENUATION_PER_MM * i * 0.1);
      }
      components.add(new PhotonMachine.Component(SIGMA_MM[c], new DepthCurve(0.1, weight)));
    }
    return new PhotonMachine(
        "test",
        "closed form",
        6,
        DISTANCE_MM,
        components,
        new DepthCurve(100, new double[] {1, 1}),
        "made up");
  }

  private static double closedForm(BeamFrame frame, Vector3 point, double halfU, double halfV) {
    double distance = point.distanceTo(frame.sourceMm());
    double scale = frame.distanceMm(point) / DISTANCE_MM;
    double depth = DensityGrid.uniform(GRID, 1).pathMm(frame.sourceMm(), point);
    double sum = 0;
    for (int c = 0; c < SIGMA_MM.length; c++) {
      sum +=
          SHARE[c]
              * between(frame.uMm(point) * scale, halfU * scale, SIGMA_MM[c])
              * between(frame.vMm(point) * scale, halfV * scale, SIGMA_MM[c]);
    }
    return sum
        * Math.exp(-ATTENUATION_PER_MM * depth)
        * DISTANCE_MM
        * DISTANCE_MM
        / (distance * distance);
  }

  private static double between(double offset, double half, double sigma) {
    double root = Math.sqrt(2) * sigma;
    return 0.5 * (Erf.erf((offset + half) / root) - Erf.erf((offset - half) / root));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
