/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.dose.ModulatedPlan.PlannedBeam;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * Optimises and computes a plan of static coplanar beams. Immutable and thread-safe; the result
 * does not depend on the number of threads.
 */
public final class PlanComputation {

  private final HeadAnatomy anatomy;
  private final GridGeometry geometry;
  private final AffineTransform gridToAnatomy;
  private final SliceExecutor executor;

  /**
   * @param geometry dose grid along the axes of its own frame
   * @param gridToAnatomy takes points of that frame to the anatomy; rigid
   */
  public PlanComputation(
      HeadAnatomy anatomy,
      GridGeometry geometry,
      AffineTransform gridToAnatomy,
      SliceExecutor executor) {
    if (!geometry.axes().equals(Axes.PATIENT)) {
      throw new IllegalArgumentException("dose grid must lie along the axes: " + geometry.axes());
    }
    this.anatomy = anatomy;
    this.geometry = geometry;
    this.gridToAnatomy = gridToAnatomy;
    this.executor = executor;
  }

  /**
   * Returns beams spread evenly over the circle, the first from anterior.
   *
   * @param isocentreMm isocentre in the frame of the grid
   */
  public static List<BeamGeometry> evenBeams(int beamCount, Vector3 isocentreMm) {
    List<BeamGeometry> beams = new ArrayList<>();
    for (int i = 0; i < beamCount; i++) {
      beams.add(new BeamGeometry(i + 1, isocentreMm, 360.0 * i / beamCount));
    }
    return beams;
  }

  /** Computes a plan; its dose is scaled so that D95 of the first target is as prescribed. */
  public ModulatedPlan compute(
      List<BeamGeometry> beams, DoseLimits limits, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Plan", 100);
    DensityMap density =
        DensityMap.of(anatomy, geometry, gridToAnatomy, executor, progress.split(10));
    DepthTable[] depth = new DepthTable[beams.size()];
    executor.forEachSlice(
        beams.size(), progress.split(10), i -> depth[i] = DepthTable.of(beams.get(i), density));
    var points = new PlanPoints(geometry, density, gridToAnatomy, limits);
    var setup = new InfluenceSetup(beams, depth, points);
    double[] weights = setup.optimisation().weights(progress.split(60));
    FluenceMap[] fluence = new FluenceMap[beams.size()];
    executor.forEachSlice(
        beams.size(),
        progress.split(5),
        i -> fluence[i] = new FluenceMap(setup.bixels(), i, weights));
    List<float[]> doses = new ArrayList<>();
    for (int i = 0; i < beams.size(); i++) {
      doses.add(beamDose(beams.get(i), depth[i], fluence[i], density, progress.split(1)));
    }
    scaleToPrescription(doses, limits);
    return new ModulatedPlan(plannedBeams(beams, doses, setup.bixels(), weights), total(doses));
  }

  private float[] beamDose(
      BeamGeometry beam,
      DepthTable depth,
      FluenceMap fluence,
      DensityMap density,
      IProgressMonitor monitor) {
    int sliceVoxels = geometry.sliceVoxelCount();
    float[] doseGy = new float[geometry.voxelCount()];
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          var projection = new Projection(beam);
          for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
            for (int x = 0; x < geometry.sizeX(); x++, i++) {
              if (density.isInside(z, i)) {
                projection.project(geometry.toPatientMm(x, y, z));
                double open = depth.at(z, projection.u(), projection.t());
                doseGy[z * sliceVoxels + i] =
                    (float) (fluence.at(projection.u(), projection.v()) * open);
              }
            }
          }
        });
    return doseGy;
  }

  private void scaleToPrescription(List<float[]> doses, DoseLimits limits) {
    double[] inTarget = samples(total(doses), limits.targets().getFirst().body());
    if (inTarget.length == 0) {
      throw new IllegalArgumentException("the dose grid misses the target: " + geometry);
    }
    Arrays.sort(inTarget);
    double nearMinimumGy = inTarget[(int) (0.05 * inTarget.length)];
    double factor = limits.targets().getFirst().doseGy() / nearMinimumGy;
    for (float[] dose : doses) {
      for (int i = 0; i < dose.length; i++) {
        dose[i] = (float) (dose[i] * factor);
      }
    }
  }

  /** Returns the doses of a body at points 1 mm apart, interpolated as a DVH does. */
  private double[] samples(DoseGrid dose, Solid body) {
    var sampler = TrilinearSampler.of(dose);
    AffineTransform anatomyToGrid = gridToAnatomy.inverse();
    Box box = body.bounds();
    DoubleStream.Builder samples = DoubleStream.builder();
    for (double z = box.lowMm().z() + 0.5; z < box.highMm().z(); z++) {
      for (double y = box.lowMm().y() + 0.5; y < box.highMm().y(); y++) {
        for (double x = box.lowMm().x() + 0.5; x < box.highMm().x(); x++) {
          if (body.fieldMm(x, y, z) < 0) {
            Vector3 p = anatomyToGrid.apply(new Vector3(x, y, z));
            samples.add(sampler.sampleOr(p.x(), p.y(), p.z(), 0));
          }
        }
      }
    }
    return samples.build().toArray();
  }

  private static double sum(List<float[]> doses, int i) {
    double sum = 0;
    for (float[] dose : doses) {
      sum += dose[i];
    }
    return sum;
  }

  private DoseGrid total(List<float[]> doses) {
    float[] total = new float[geometry.voxelCount()];
    for (int i = 0; i < total.length; i++) {
      total[i] = (float) sum(doses, i);
    }
    return grid(total);
  }

  private DoseGrid grid(float[] doseGy) {
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    int voxels = geometry.sliceVoxelCount();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      builder.slice(z, Arrays.copyOfRange(doseGy, z * voxels, (z + 1) * voxels));
    }
    return builder.build();
  }

  private List<PlannedBeam> plannedBeams(
      List<BeamGeometry> beams, List<float[]> doses, Bixels bixels, double[] weights) {
    double mean = Arrays.stream(weights).sum() / beams.size();
    List<PlannedBeam> planned = new ArrayList<>();
    for (int beam = 0; beam < beams.size(); beam++) {
      int lowU = Bixels.PER_AXIS;
      int highU = 0;
      int lowV = Bixels.PER_AXIS;
      int highV = 0;
      double sum = 0;
      for (int v = 0; v < Bixels.PER_AXIS; v++) {
        for (int u = 0; u < Bixels.PER_AXIS; u++) {
          if (bixels.isOpen(beam, u, v)) {
            lowU = Math.min(lowU, u);
            highU = Math.max(highU, u);
            lowV = Math.min(lowV, v);
            highV = Math.max(highV, v);
            sum += weights[bixels.number(beam, u, v)];
          }
        }
      }
      double half = Bixels.SIZE_MM / 2;
      planned.add(
          new PlannedBeam(
              beams.get(beam),
              grid(doses.get(beam)),
              Bixels.centreMm(lowU) - half,
              Bixels.centreMm(highU) + half,
              Bixels.centreMm(lowV) - half,
              Bixels.centreMm(highV) + half,
              sum / mean));
    }
    return planned;
  }
}
