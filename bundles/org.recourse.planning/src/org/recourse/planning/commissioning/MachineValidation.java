/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dosimetry.gamma.GammaCriteria;
import org.recourse.dosimetry.gamma.GammaIndex;
import org.recourse.dosimetry.gamma.GammaResult;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.machine.PhotonMachine;

/** Compares a machine with measurements in water. Stateless. */
public final class MachineValidation {

  private static final double DOSE_PERCENT = 2;
  private static final double DISTANCE_MM = 2;
  private static final double BUILD_UP_DEPTH_MM = 10;
  private static final double PENUMBRA_MM = 8; // at the isocentre plane, to both sides of the edge

  private MachineValidation() {}

  /**
   * One scan compared.
   *
   * @param scan what was measured
   * @param greatestPercent greatest difference outside build-up (10 mm) and penumbra (8 mm to both
   *     sides of the edge), of the local dose on the axis
   * @param greatestGamma of all points from 10 mm depth on, penumbra included; 2 %, 2 mm, global
   * @param gammaPassPercent part of these points with gamma of at most 1
   */
  public record ScanResult(
      MeasuredBeam.Scan scan,
      double greatestPercent,
      double greatestGamma,
      double gammaPassPercent) {}

  /**
   * @param fieldSideMm field
   * @param measured output factor
   * @param calculated output factor
   */
  public record FactorResult(double fieldSideMm, double measured, double calculated) {}

  /**
   * The whole comparison.
   *
   * @param scans in the order of the measurements
   * @param factors output factors
   */
  public record Report(List<ScanResult> scans, List<FactorResult> factors) {

    public Report {
      scans = List.copyOf(scans);
      factors = List.copyOf(factors);
    }

    /** Whether every point and factor lies within 2 % or 2 mm. */
    public boolean passed() {
      return scans.stream().allMatch(scan -> scan.greatestGamma() <= 1)
          && factors.stream()
              .allMatch(one -> Math.abs(one.calculated() / one.measured() - 1) <= 0.02);
    }

    /** A table in Markdown. */
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          "| scan | part of the fit | greatest difference % | greatest gamma | gamma <= 1, % |\n");
      text.append("|---|---|---|---|---|\n");
      for (ScanResult one : scans) {
        text.append(
            "| %s | %s | %.2f | %.2f | %.1f |%n"
                .formatted(
                    one.scan().title(),
                    one.scan().use() == MeasuredBeam.Use.FIT ? "yes" : "no",
                    one.greatestPercent(),
                    one.greatestGamma(),
                    one.gammaPassPercent()));
      }
      for (FactorResult one : factors) {
        text.append(
            "| output factor %.0f x %.0f mm: measured %.3f, calculated %.3f | yes | %.2f | | |%n"
                .formatted(
                    one.fieldSideMm(),
                    one.fieldSideMm(),
                    one.measured(),
                    one.calculated(),
                    100 * Math.abs(one.calculated() / one.measured() - 1)));
      }
      return text.toString().replace(System.lineSeparator(), "\n");
    }
  }

  public static Report compare(PhotonMachine machine, MeasuredBeam beam, SliceExecutor executor) {
    var scans = new ArrayList<ScanResult>();
    for (MeasuredBeam.Scan scan : beam.scans()) {
      scans.add(scan(machine, beam, scan, executor));
    }
    var factors = new ArrayList<FactorResult>();
    double reference =
        axis(machine, beam, beam.reference().fieldSideMm(), beam.reference().depthMm());
    for (MeasuredBeam.OutputFactor one : beam.outputFactors()) {
      double here = axis(machine, beam, one.fieldSideMm(), one.depthMm());
      factors.add(new FactorResult(one.fieldSideMm(), one.factor(), here / reference));
    }
    return new Report(scans, factors);
  }

  private static double axis(
      PhotonMachine machine, MeasuredBeam beam, double sideMm, double depthMm) {
    return OpenField.of(sideMm, beam.sourceSurfaceDistanceMm(), machine)
        .doseGy(machine, depthMm, 0);
  }

  private static ScanResult scan(
      PhotonMachine machine, MeasuredBeam beam, MeasuredBeam.Scan scan, SliceExecutor executor) {
    OpenField field = OpenField.of(scan.fieldSideMm(), beam.sourceSurfaceDistanceMm(), machine);
    boolean profile = scan.kind() == MeasuredBeam.Kind.PROFILE;
    double scale =
        profile
            ? 1 / field.doseGy(machine, scan.depthMm(), 0)
            : scan.at(beam.reference().depthMm())
                / field.doseGy(machine, beam.reference().depthMm(), 0);
    double edge =
        scan.fieldSideMm()
            / 2
            * (beam.sourceSurfaceDistanceMm() + scan.depthMm())
            / beam.sourceAxisDistanceMm();
    double greatest = 0;
    for (int i = 0; i < scan.positionMm().length; i++) {
      double at = scan.positionMm()[i];
      double measured = scan.relativeDose()[i];
      double calculated =
          scale
              * (profile
                  ? field.doseGy(machine, scan.depthMm(), at)
                  : field.doseGy(machine, at, 0));
      boolean counts = profile ? Math.abs(at - edge) > PENUMBRA_MM : at >= BUILD_UP_DEPTH_MM;
      if (counts) {
        double of = profile ? 1 : measured;
        greatest = Math.max(greatest, 100 * Math.abs(calculated - measured) / of);
      }
    }
    GammaResult gamma = gamma(scan, field, machine, scale, executor);
    return new ScanResult(
        scan, greatest, gamma.maxGamma().orElseThrow(), gamma.passPercent().orElseThrow());
  }

  /** Both scans on a line of voxels 1 mm apart. */
  private static GammaResult gamma(
      MeasuredBeam.Scan scan,
      OpenField field,
      PhotonMachine machine,
      double scale,
      SliceExecutor executor) {
    boolean profile = scan.kind() == MeasuredBeam.Kind.PROFILE;
    double first = profile ? 0 : BUILD_UP_DEPTH_MM;
    double[] position = scan.positionMm();
    int count = (int) (position[position.length - 1] - first) + 1;
    var line = new GridGeometry(count, 1, 1, new Vector3(first, 0, 0), new Vector3(1, 1, 1));
    float[] measured = new float[count];
    float[] calculated = new float[count];
    for (int i = 0; i < count; i++) {
      double at = first + i;
      measured[i] = (float) scan.at(at);
      calculated[i] =
          (float)
              (scale
                  * (profile
                      ? field.doseGy(machine, scan.depthMm(), at)
                      : field.doseGy(machine, at, 0)));
    }
    return GammaIndex.compare(
        grid(line, measured),
        grid(line, calculated),
        GammaCriteria.global(DOSE_PERCENT, DISTANCE_MM).withThresholdPercent(0),
        executor,
        new NullProgressMonitor());
  }

  private static DoseGrid grid(GridGeometry geometry, float[] dose) {
    return DoseGrid.builder(geometry).slice(0, dose).build();
  }
}
