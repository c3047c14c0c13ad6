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
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.machine.DepthCurve;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;

/** What must hold for any pencil beam, whatever the machine. */
class PencilBeamPropertiesTest {

  /** Floats, and the lattice of the wide pencils, relative to the greatest dose. */
  private static final double TOLERANCE = 2e-3;

  private static final double ROUNDING = 1e-6;

  /** A cube around the isocentre, so that a quarter turn maps voxels to voxels. */
  private static final GridGeometry CUBE =
      new GridGeometry(33, 33, 33, new Vector3(-64, -64, -64), new Vector3(4, 4, 4));

  private final PhotonMachine machine = MachineFile.generic6Mv();

  /** Superposition: the dose of a sum of fluences is the sum of their doses. */
  @Test
  void doseIsLinearInFluence() {
    InfluenceMatrix matrix = matrix(machine, frame(33, 0, 0), Beamlets.field(5, 7, 6));
    var random = new Random(5);
    double[] a = random.doubles(matrix.weightCount()).toArray();
    double[] b = random.doubles(matrix.weightCount()).toArray();
    double[] both = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      both[j] = 2 * a[j] + 3 * b[j];
    }
    double[] ofA = dose(matrix, a);
    double[] ofB = dose(matrix, b);
    double[] ofBoth = dose(matrix, both);
    double greatest = Arrays.stream(ofBoth).max().orElseThrow();
    for (int i = 0; i < ofBoth.length; i++) {
      assertEquals(2 * ofA[i] + 3 * ofB[i], ofBoth[i], ROUNDING * greatest);
    }
  }

  /** A quarter turn of the gantry in a cube of water turns the dose. */
  @Test
  void turningTheGantryTurnsTheDose() {
    double[] above = openField(machine, frame(0, 0, 0));
    double[] left = openField(machine, frame(90, 0, 0));
    double greatest = Arrays.stream(above).max().orElseThrow();
    int n = CUBE.sizeX();
    for (int z = 0; z < n; z++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          // what was above (small y) is on the left of the patient (large x)
          double turned = left[CUBE.indexOf(n - 1 - y, x, z)];
          assertEquals(above[CUBE.indexOf(x, y, z)], turned, TOLERANCE * greatest);
        }
      }
    }
  }

  /** A quarter turn of the table turns the dose of a beam from above about the vertical. */
  @Test
  void turningTheTableTurnsTheDose() {
    double[] straight = openField(machine, frame(0, 0, 0), Beamlets.field(5, 10, 4));
    double[] turned = openField(machine, frame(0, 90, 0), Beamlets.field(5, 10, 4));
    double greatest = Arrays.stream(straight).max().orElseThrow();
    int n = CUBE.sizeX();
    for (int z = 0; z < n; z++) {
      for (int x = 0; x < n; x++) {
        for (int y = 0; y < n; y += 4) {
          assertEquals(
              straight[CUBE.indexOf(x, y, z)],
              turned[CUBE.indexOf(z, y, n - 1 - x)],
              TOLERANCE * greatest);
        }
      }
    }
  }

  /**
   * Reciprocity of a symmetric field: two beams that face each other give a dose that is the same
   * on both sides of the isocentre.
   */
  @Test
  void opposingBeamsGiveASymmetricDose() {
    double[] above = openField(machine, frame(0, 0, 0));
    double[] below = openField(machine, frame(180, 0, 0));
    double greatest = Arrays.stream(above).max().orElseThrow();
    int n = CUBE.sizeX();
    for (int z = 0; z < n; z++) {
      for (int y = 0; y < n; y++) {
        for (int x = 0; x < n; x++) {
          double one = above[CUBE.indexOf(x, y, z)] + below[CUBE.indexOf(x, y, z)];
          double mirrored =
              above[CUBE.indexOf(x, n - 1 - y, z)] + below[CUBE.indexOf(x, n - 1 - y, z)];
          assertEquals(one, mirrored, TOLERANCE * greatest);
        }
      }
    }
  }

  /**
   * Reciprocity of source and detector: what beamlet j gives at the ray of beamlet k is what k
   * gives at the ray of j, at the same depth.
   */
  @Test
  void whatOneBeamletGivesAtAnotherIsWhatItGetsFromThere() {
    BeamFrame frame = frame(0, 0, 0);
    InfluenceMatrix matrix = matrix(machine, frame, Beamlets.field(8, 5, 1));
    double[][] ofBeamlet = new double[5][];
    for (int j = 0; j < 5; j++) {
      double[] fluence = new double[5];
      fluence[j] = 1;
      ofBeamlet[j] = dose(matrix, fluence);
    }
    int y = 16; // the isocentre plane, where rays are 8 mm apart, two voxels
    for (int j = 0; j < 5; j++) {
      for (int k = 0; k < 5; k++) {
        double there = ofBeamlet[j][CUBE.indexOf(16 + 2 * (k - 2), y, 16)];
        double here = ofBeamlet[k][CUBE.indexOf(16 + 2 * (j - 2), y, 16)];
        assertEquals(there, here, 5e-3 * ofBeamlet[2][CUBE.indexOf(16, y, 16)]);
      }
    }
  }

  /** Energy scaling: depth curves times a factor are dose times that factor. */
  @Test
  void doseScalesWithTheDepthCurves() {
    double[] once = openField(machine, frame(40, 20, 10));
    double[] twice = openField(scaled(2), frame(40, 20, 10));
    double greatest = Arrays.stream(twice).max().orElseThrow();
    for (int i = 0; i < once.length; i++) {
      assertEquals(2 * once[i], twice[i], ROUNDING * greatest);
    }
  }

  /** The same beam in the room for every position of the patient: the patient is turned instead. */
  @ParameterizedTest
  @EnumSource
  void anyPatientPositionTurnsTheDoseWithThePatient(PatientPosition position) {
    BeamFrame frame = BeamFrame.of(new BeamAngles(0, 0, 0), position, Vector3.ZERO, 1000);
    Vector3 up =
        new Vector3(0, position.code().endsWith("S") ? -1 : 1, 0); // anterior, or posterior
    assertEquals(0, frame.sourceMm().distanceTo(up.times(1000)), 1e-9);
    double[] dose = openField(machine, frame);
    int front = position.code().endsWith("S") ? 4 : 28;
    assertTrue(dose[CUBE.indexOf(16, front, 16)] > dose[CUBE.indexOf(16, 32 - front, 16)]);
  }

  /** u, v and the axis stay a right-handed frame for any angles. */
  @ParameterizedTest
  @CsvSource({"0,0,0", "37,0,15", "120,45,0", "250,315,80", "359,90,270"})
  void theFrameOfAnyBeamIsRightHanded(double gantry, double table, double collimator) {
    BeamFrame frame = frame(gantry, table, collimator);
    assertEquals(0, frame.uAxis().dot(frame.vAxis()), 1e-12);
    assertEquals(0, frame.uAxis().dot(frame.axis()), 1e-12);
    Vector3 towardsSource = frame.axis().times(-1);
    assertEquals(1, frame.uAxis().cross(frame.vAxis()).dot(towardsSource), 1e-12);
    assertEquals(1000, frame.sourceMm().distanceTo(frame.isocentreMm()), 1e-9);
  }

  /** A non-coplanar beam: gantry 90 with the table at 90 comes from the feet or the head. */
  @Test
  void aNonCoplanarBeamComesAlongThePatient() {
    BeamFrame frame = frame(90, 90, 0);
    assertEquals(1, Math.abs(frame.axis().z()), 1e-12);
    double[] dose = openField(machine, frame);
    boolean fromAbove = frame.sourceMm().z() > 0;
    double near = dose[CUBE.indexOf(16, 16, fromAbove ? 28 : 4)];
    double far = dose[CUBE.indexOf(16, 16, fromAbove ? 4 : 28)];
    assertTrue(near > 1.3 * far, near + " " + far);
  }

  @Test
  void theSameQuestionGivesTheSameBits() {
    assertArrayEquals(openField(machine, frame(77, 12, 5)), openField(machine, frame(77, 12, 5)));
  }

  private PhotonMachine scaled(double factor) {
    return new PhotonMachine(
        "scaled",
        "scaled",
        machine.energyMv(),
        machine.sourceAxisDistanceMm(),
        machine.components().stream()
            .map(
                one ->
                    new PhotonMachine.Component(
                        one.sigmaMm(),
                        new DepthCurve(
                            one.weightGy().stepMm(),
                            Arrays.stream(one.weightGy().values())
                                .map(value -> factor * value)
                                .toArray())))
            .toList(),
        machine.relativeFluence(),
        "scaled");
  }

  private static BeamFrame frame(double gantry, double table, double collimator) {
    return BeamFrame.of(
        new BeamAngles(gantry, table, collimator),
        PatientPosition.HEAD_FIRST_SUPINE,
        Vector3.ZERO,
        1000);
  }

  private static double[] openField(PhotonMachine machine, BeamFrame frame) {
    return openField(machine, frame, Beamlets.field(5, 8, 8));
  }

  private static double[] openField(PhotonMachine machine, BeamFrame frame, Beamlets beamlets) {
    InfluenceMatrix matrix = matrix(machine, frame, beamlets);
    double[] fluence = new double[matrix.weightCount()];
    Arrays.fill(fluence, 1);
    return dose(matrix, fluence);
  }

  private static InfluenceMatrix matrix(PhotonMachine machine, BeamFrame frame, Beamlets beamlets) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new PencilBeamEngine(machine, 20)
          .influence(
              List.of(new PlannedBeam(frame, beamlets)),
              org.recourse.planning.medium.DensityGrid.uniform(CUBE, 1),
              whole(),
              executor,
              new NullProgressMonitor());
    }
  }

  private static org.recourse.grid.volume.Mask whole() {
    var slice = new java.util.BitSet();
    slice.set(0, CUBE.sliceVoxelCount());
    org.recourse.grid.volume.Mask.Builder builder = org.recourse.grid.volume.Mask.builder(CUBE);
    for (int z = 0; z < CUBE.sizeZ(); z++) {
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static double[] dose(InfluenceMatrix matrix, double[] fluence) {
    double[] dose = new double[CUBE.voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
    }
    return dose;
  }
}
