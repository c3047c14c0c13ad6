/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.registration.quality.BodyPoints;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.search.RigidRegistration;
import org.recourse.registration.search.RigidSettings;
import org.recourse.registration.transform.RigidTransform;

/**
 * Rigid registrations of one pair, each from another half of the fixed image: where parts of the
 * anatomy ask for different transforms, their spread tells how well one transform can fit. Half of
 * the blocks of {@value #BLOCK_MM} mm is drawn for every member (a bootstrap over regions, not over
 * noise). Immutable.
 *
 * @param members fixed to moving
 * @param ellipsoid twice the standard deviation along each axis, at the place of the body that 95 %
 *     of it is better than; at least half of the smallest voxel edge of the fixed image
 */
public record RegistrationEnsemble(
    List<RigidTransform> members, RegistrationUncertainty ellipsoid) {

  private static final double BLOCK_MM = 32;
  private static final long SEED = 41; // any fixed number
  private static final int POINTS = 2000;

  public RegistrationEnsemble {
    members = List.copyOf(members);
    Objects.requireNonNull(ellipsoid, "ellipsoid");
  }

  /**
   * Registers several times.
   *
   * @param request images and similarity; the deformation is left out
   * @param around transform from which every member starts
   * @param count members, at least three
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static RegistrationEnsemble of(
      CheckedRegistration.Request request,
      RigidTransform around,
      int count,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (count < 3) {
      throw new IllegalArgumentException("an ensemble has at least three members: " + count);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Ensemble of registrations", count);
    var random = new Random(SEED);
    var members = new ArrayList<RigidTransform>();
    for (int i = 0; i < count; i++) {
      RigidSettings settings =
          RigidSettings.of(request.similarity())
              .withFixedMask(halfOf(request.fixed().geometry(), random));
      members.add(
          new RigidRegistration(settings)
              .register(
                  request.fixed(),
                  request.moving(),
                  around,
                  RegistrationStep.Listener.NONE,
                  executor,
                  progress.split(1))
              .fixedToMoving());
    }
    return new RegistrationEnsemble(members, ellipsoid(request, members));
  }

  private static Mask halfOf(GridGeometry g, Random random) {
    Vector3 s = g.spacingMm();
    int nx = (int) Math.ceil(g.sizeX() * s.x() / BLOCK_MM);
    int ny = (int) Math.ceil(g.sizeY() * s.y() / BLOCK_MM);
    int nz = (int) Math.ceil(g.sizeZ() * s.z() / BLOCK_MM);
    var chosen = new BitSet();
    for (int i = 0; i < nx * ny * nz; i++) {
      chosen.set(i, random.nextBoolean());
    }
    Mask.Builder mask = Mask.builder(g);
    for (int z = 0; z < g.sizeZ(); z++) {
      int blockZ = (int) (z * s.z() / BLOCK_MM);
      var slice = new BitSet();
      for (int y = 0; y < g.sizeY(); y++) {
        int row = (blockZ * ny + (int) (y * s.y() / BLOCK_MM)) * nx;
        for (int x = 0; x < g.sizeX(); x++) {
          slice.set(y * g.sizeX() + x, chosen.get(row + (int) (x * s.x() / BLOCK_MM)));
        }
      }
      mask.slice(z, slice);
    }
    return mask.build();
  }

  private static RegistrationUncertainty ellipsoid(
      CheckedRegistration.Request request, List<RigidTransform> members) {
    List<Vector3> body = BodyPoints.of(request.fixed()).pointsMm();
    List<Vector3> points = body.subList(0, Math.min(POINTS, body.size()));
    double[][] axes = new double[3][points.size()];
    for (int i = 0; i < points.size(); i++) {
      Vector3 p = points.get(i);
      Vector3 spread =
          RegistrationUncertainty.ofEnsemble(
                  members.stream().map(member -> member.apply(p).minus(p)).toList())
              .semiAxesMm();
      axes[0][i] = spread.x();
      axes[1][i] = spread.y();
      axes[2][i] = spread.z();
    }
    Vector3 s = request.fixed().geometry().spacingMm();
    double leastMm = Math.min(s.x(), Math.min(s.y(), s.z())) / 2;
    return new RegistrationUncertainty(
        new Vector3(
            percentile95(axes[0], leastMm),
            percentile95(axes[1], leastMm),
            percentile95(axes[2], leastMm)),
        RegistrationUncertainty.Source.ENSEMBLE);
  }

  private static double percentile95(double[] values, double least) {
    Arrays.sort(values);
    return values.length == 0 ? least : Math.max(least, MetricBand.percentile(values, 0.95));
  }
}
