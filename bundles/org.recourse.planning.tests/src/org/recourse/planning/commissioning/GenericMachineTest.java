/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/** The machine of the bundle against the measurements it comes from, and others. */
class GenericMachineTest {

  /** Weights keep seven decimals in the file. */
  private static final double FILE_ROUNDING_GY = 1e-6;

  private static final double TWO_PERCENT = 0.02;
  private static final double SURFACE_MM = 900;

  private final PhotonMachine machine = MachineFile.generic6Mv();
  private final MeasuredBeam measured = MeasuredBeam.generic6Mv();

  @Test
  void theFileIsTheFit() {
    PhotonMachine fitted = MachineFit.generic6Mv();
    for (int c = 0; c < fitted.components().size(); c++) {
      for (double depth = 0; depth < 400; depth += 7) {
        assertEquals(
            fitted.components().get(c).weightGy().at(depth),
            machine.components().get(c).weightGy().at(depth),
            FILE_ROUNDING_GY);
      }
    }
  }

  /** Every scan and output factor, those the fit has not seen as well. */
  @Test
  void agreesWithTheMeasurementsWithinTwoPercentOrTwoMillimetres() {
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      MachineValidation.Report report = MachineValidation.compare(machine, measured, executor);
      assertTrue(report.passed(), report.markdown());
    }
  }

  /**
   * Another distance and another source: 10 x 10 cm at 1000 mm beyond the build-up. Li et al. 2022
   * (doi:10.1371/journal.pone.0261042, abstract) describe the depth dose of 6 MV there by the tail
   * exp(−μ d) with μ = 0.0515 / cm. Their build-up factor with n = 0.208 cm² differs from 1 by less
   * than 0.5 % from 5 cm on, whatever its exact form.
   */
  @Test
  void agreesWithAPublishedTailAtAnotherDistance() {
    OpenField field = OpenField.of(100, 1000, machine);
    double atTenGy = field.doseGy(machine, 100, 0);
    for (double depthCm = 5; depthCm <= 20; depthCm++) {
      double published = Math.exp(-0.0515 * (depthCm - 10));
      double here = field.doseGy(machine, 10 * depthCm, 0) / atTenGy;
      assertEquals(published, here, TWO_PERCENT, "depth " + depthCm + " cm");
    }
  }

  /** 0.675 of the maximum at 10 cm depth and 1000 mm (AbsoluteDose.csv of PyMedPhys). */
  @Test
  void agreesWithTheDoseMeasuredAtAnotherDistance() {
    OpenField field = OpenField.of(100, 1000, machine);
    double ratio = field.doseGy(machine, 100, 0) / field.doseGy(machine, 15, 0);
    assertEquals(0.675, ratio, 0.675 * TWO_PERCENT);
  }

  /** The engine on a grid: depth dose and profiles of 10 x 10 cm in a water tank. */
  @Test
  void waterTank() {
    var water = new GridGeometry(60, 64, 3, new Vector3(-147.5, 2.5, -5), new Vector3(5, 5, 5));
    BeamFrame frame =
        BeamFrame.of(
            BeamAngles.gantry(0),
            PatientPosition.HEAD_FIRST_SUPINE,
            new Vector3(0, 1000 - SURFACE_MM, 0),
            machine.sourceAxisDistanceMm());
    double[] dose = openField(frame, water);
    int slice = water.sizeX() * water.sizeY(); // the middle one holds the axis
    double ten = 0.5 * (at(dose, water, 29, 19) + at(dose, water, 30, 19)); // 97.5 mm
    double ofDose = measured.axisDoseGy(100, 97.5) / ten;
    assertEquals(1, ofDose, TWO_PERCENT);
    for (int y = 2; y < water.sizeY(); y++) {
      double depth = 2.5 + 5 * y;
      double here = 0.5 * (dose[slice + y * 60 + 29] + dose[slice + y * 60 + 30]);
      assertEquals(1, here * ofDose / measured.axisDoseGy(100, depth), TWO_PERCENT, depth + " mm");
    }
    for (MeasuredBeam.Scan scan : measured.scans()) {
      if (scan.kind() == MeasuredBeam.Kind.PROFILE && scan.fieldSideMm() == 100) {
        profile(dose, water, scan);
      }
    }
  }

  private static void profile(double[] dose, GridGeometry water, MeasuredBeam.Scan scan) {
    double row = (scan.depthMm() - 2.5) / 5;
    int above = (int) row;
    double part = row - above;
    double axis = mix(dose, water, 30, above, part);
    double edge = 50 * (SURFACE_MM + scan.depthMm()) / 1000;
    for (int x = 30; x < water.sizeX(); x++) {
      double beside = -147.5 + 5 * x;
      if (Math.abs(beside - edge) > 8) {
        double here = mix(dose, water, x, above, part) / axis;
        assertEquals(scan.at(beside), here, TWO_PERCENT, scan.title() + ", " + beside + " mm");
      }
    }
  }

  private static double mix(double[] dose, GridGeometry water, int x, int y, double part) {
    return (1 - part) * at(dose, water, x, y) + part * at(dose, water, x, y + 1);
  }

  private static double at(double[] dose, GridGeometry water, int x, int y) {
    return dose[water.indexOf(x, y, 1)];
  }

  private double[] openField(BeamFrame frame, GridGeometry water) {
    Mask.Builder all = Mask.builder(water);
    BitSet slice = new BitSet();
    slice.set(0, water.sliceVoxelCount());
    for (int z = 0; z < water.sizeZ(); z++) {
      all.slice(z, slice);
    }
    var tank =
        new GridGeometry(
            81, 81, 81, new Vector3(-200, 2.5, -200), new Vector3(5, 5, 5)); // surface at y = 0
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      InfluenceMatrix matrix =
          new PencilBeamEngine(machine, 400)
              .influence(
                  List.of(new PlannedBeam(frame, Beamlets.field(5, 20, 20))),
                  DensityGrid.uniform(tank, 1),
                  all.build(),
                  executor,
                  new NullProgressMonitor());
      double[] fluence = new double[matrix.weightCount()];
      Arrays.fill(fluence, 1);
      double[] dose = new double[water.voxelCount()];
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
      return dose;
    }
  }
}
