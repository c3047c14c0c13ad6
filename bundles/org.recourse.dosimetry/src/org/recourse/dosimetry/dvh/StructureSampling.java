/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.dosimetry.internal.shape.StructureShape;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;

/**
 * The points at which the dose of one structure is read: the geometric half of a dose-volume
 * histogram. It depends on the contours and on the geometry of the dose grid only, so that it is
 * made once and used for every dose on that grid. Immutable and thread-safe.
 *
 * <p>No mask is involved. Between contour planes the shape is interpolated, beyond the last plane
 * it follows the trend of the contours to a pole within one spacing or else ends flat after half a
 * spacing; contours that follow the edges of voxels are taken as prisms ({@link ShapeConvention}).
 * {@code docs/dvh.md} states the conventions and the accuracy that was measured. Samples are denser
 * in small structures than in large ones.
 */
public final class StructureSampling {

  /** Less than a thousandth outside is not worth a finding. */
  private static final double FULLY_COVERED = 0.999;

  private static final double MM3_PER_CM3 = 1000;

  /** Samples of neighbouring parts must not repeat each other's shifts. */
  private static final long SHIFT_STRIDE = 7919;

  private final GridGeometry doseGeometry;
  private final double volumeMm3;
  private final double coveredMm3;
  private final DosePoints samples;
  private final DosePoints ends;
  private final InnerVoxels voxels;
  private final DosePoints inner; // the same voxels as points
  private final Optional<ShapeConvention> shape;
  private final List<Finding> findings;

  private StructureSampling(
      GridGeometry doseGeometry,
      Optional<ShapeConvention> shape,
      double volumeMm3,
      DosePoints samples,
      DosePoints ends,
      InnerVoxels voxels,
      List<Finding> shapeFindings) {
    this.doseGeometry = doseGeometry;
    this.shape = shape;
    this.volumeMm3 = volumeMm3;
    this.samples = samples;
    this.ends = ends;
    this.voxels = voxels;
    inner = voxels.points(doseGeometry);
    coveredMm3 = samples.totalVolumeMm3();
    var all = new ArrayList<>(shapeFindings);
    coverageFinding().ifPresent(all::add);
    findings = List.copyOf(all);
  }

  private static StructureSampling joined(
      GridGeometry doseGeometry,
      ShapeConvention shape,
      SampleCollector[] parts,
      List<Finding> contourFindings) {
    var voxels = new InnerVoxels();
    Arrays.stream(parts).forEach(part -> voxels.addAll(part.voxels()));
    return new StructureSampling(
        doseGeometry,
        Optional.of(shape),
        Arrays.stream(parts).mapToDouble(SampleCollector::volumeMm3).sum(),
        joined(doseGeometry, parts, SampleCollector::samples),
        joined(doseGeometry, parts, SampleCollector::ends),
        voxels,
        contourFindings);
  }

  private static DosePoints joined(
      GridGeometry doseGeometry,
      SampleCollector[] parts,
      Function<SampleCollector, DosePoints> points) {
    return SampleCollector.joined(
        doseGeometry, Arrays.stream(parts).map(points).toArray(DosePoints[]::new));
  }

  /**
   * Makes the sampling of a set of voxels. Each voxel counts as a whole, with the dose at its
   * centre: no partial volumes. The grid of the mask may be any.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static StructureSampling ofMask(
      Mask mask, GridGeometry doseGeometry, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Sampling mask", mask.geometry().sizeZ());
    var points = new DosePoints(doseGeometry);
    GridGeometry from = mask.geometry();
    for (int z = 0; z < from.sizeZ(); z++) {
      progress.checkCanceled();
      BitSet slice = mask.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        Vector3 index = doseGeometry.toIndex(from.centreMm(z * from.sliceVoxelCount() + i));
        points.add(index.x(), index.y(), index.z(), from.voxelVolumeMm3());
      }
      progress.worked(1);
    }
    points.trim();
    List<Finding> findings =
        mask.voxelCount() > 0
            ? List.of()
            : List.of(
                Finding.warning("The mask is empty: it has neither volume nor dose.", "mask"));
    return new StructureSampling(
        doseGeometry,
        Optional.empty(),
        mask.voxelCount() * from.voxelVolumeMm3(),
        points,
        new DosePoints(doseGeometry),
        new InnerVoxels(),
        findings);
  }

  /**
   * Makes the sampling of a structure. A lone contour plane is given the thickness of a dose voxel,
   * with a finding; use the other method where the slice spacing is known.
   *
   * @param contours closed contours of the structure; may be empty
   * @param doseGeometry geometry of the doses to come
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static StructureSampling of(
      ContourSet contours,
      GridGeometry doseGeometry,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return of(ContourPlanes.of(contours, doseGeometry), doseGeometry, executor, monitor);
  }

  /**
   * Makes the sampling of a structure whose contours are grouped into planes, under the convention
   * that {@link ShapeConvention#shownBy} reads from them.
   */
  public static StructureSampling of(
      ContourPlanes planes,
      GridGeometry doseGeometry,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return of(planes, ShapeConvention.shownBy(planes), doseGeometry, executor, monitor);
  }

  /** Makes the sampling under a named convention for the shape between the planes. */
  public static StructureSampling of(
      ContourPlanes planes,
      ShapeConvention convention,
      GridGeometry doseGeometry,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    Objects.requireNonNull(doseGeometry, "doseGeometry");
    SubMonitor progress = SubMonitor.convert(monitor, "Sampling structure", 1);
    progress.checkCanceled();
    var findings = new ArrayList<>(planes.findings());
    if (planes.isEmpty()) {
      findings.add(
          Finding.warning(
              "The structure has no closed contour: it has neither volume nor dose.", "contours"));
      return joined(doseGeometry, convention, new SampleCollector[0], findings);
    }
    SampleCollector[] parts =
        switch (convention) {
          case INTERPOLATED -> interpolated(planes, doseGeometry, executor, progress);
          case PRISMS -> prisms(planes, doseGeometry, executor, progress);
        };
    progress.done();
    return joined(doseGeometry, convention, parts, findings);
  }

  private static double leastSpacingMm(GridGeometry geometry) {
    Vector3 spacing = geometry.spacingMm();
    return Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
  }

  private static SampleCollector[] interpolated(
      ContourPlanes planes, GridGeometry dose, SliceExecutor executor, SubMonitor progress) {
    var shape = new StructureShape(planes, leastSpacingMm(dose), executor, progress);
    SampleCollector[] parts = new SampleCollector[shape.partCount()];
    executor.forEachSlice(
        parts.length,
        progress,
        i -> {
          parts[i] = new SampleCollector(shape.grid(), planes.axes(), dose);
          parts[i].startAt(i * SHIFT_STRIDE);
          shape.layers(i, parts[i]);
        });
    return parts;
  }

  private static SampleCollector[] prisms(
      ContourPlanes planes, GridGeometry dose, SliceExecutor executor, SubMonitor progress) {
    NodeGrid grid = NodeGrid.of(planes, leastSpacingMm(dose));
    SampleCollector[] parts = new SampleCollector[planes.planes().size()];
    executor.forEachSlice(
        parts.length,
        progress,
        i -> {
          parts[i] = new SampleCollector(grid, planes.axes(), dose);
          parts[i].startAt(i * SHIFT_STRIDE);
          parts[i].prism(planes.planes().get(i));
        });
    return parts;
  }

  private Optional<Finding> coverageFinding() {
    if (volumeMm3 == 0 || coveredFraction() >= FULLY_COVERED) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(
            String.format(
                Locale.ROOT,
                "Only %.1f %% of the volume lies inside the dose grid; dose figures describe that"
                    + " part, and the dose of the rest is unknown.",
                100 * coveredFraction()),
            "dose grid"));
  }

  /** Geometry of the doses that {@link #dvh} accepts. */
  public GridGeometry doseGeometry() {
    return doseGeometry;
  }

  /** What the structure was taken to be between its contours; empty if it was made of voxels. */
  public Optional<ShapeConvention> shape() {
    return shape;
  }

  /** Volume of the structure by its contours, inside and outside of the dose grid, cm³. */
  public double volumeCm3() {
    return volumeMm3 / MM3_PER_CM3;
  }

  /** Part of the volume that lies inside the dose grid, 0 to 1; 0 for an empty structure. */
  public double coveredFraction() {
    return volumeMm3 > 0 ? Math.min(1, coveredMm3 / volumeMm3) : 0;
  }

  /** Number of points with volume. */
  public int sampleCount() {
    return samples.count();
  }

  /**
   * Returns points on the surface of the structure, inside the dose grid, patient LPS in mm: the
   * ends of all sampled stretches. The extremes of a dose lie at them or inside.
   */
  public List<Vector3> surfaceMm() {
    return IntStream.range(0, ends.count())
        .mapToObj(ends::index)
        .map(index -> doseGeometry.toPatientMm(index.x(), index.y(), index.z()))
        .toList();
  }

  /** Reservations: contours left out, gaps, a structure partly outside of the dose grid. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Computes the histogram of a dose: a few milliseconds. Empty if no part of the structure lies in
   * the dose grid; {@link #findings} says why.
   *
   * @throws IllegalArgumentException if the dose has another geometry
   */
  public Optional<Dvh> dvh(DoseGrid dose) {
    checkGeometry(dose);
    if (samples.count() == 0) {
      return Optional.empty();
    }
    var sums = new DvhSums(samples, samples.interpolated(dose));
    for (float doseGy : ends.interpolated(dose)) {
      sums.widen(doseGy);
    }
    float[] extremes = voxels.extremesGy(dose, sums.minGy(), sums.maxGy());
    sums.widen(extremes[0]);
    sums.widen(extremes[1]);
    return Optional.of(sums.dvh(volumeMm3, shape));
  }

  /**
   * Reads a dose at every point of the structure as if it lay elsewhere in the dose.
   *
   * @param dose on the grid of this sampling
   * @param shiftMm where the structure is looked up, relative to its place; beyond the grid the
   *     nearest dose of the grid holds
   * @throws IllegalArgumentException if the dose has another geometry
   */
  public DoseReading read(DoseGrid dose, Vector3 shiftMm) {
    checkGeometry(dose);
    if (shiftMm.equals(Vector3.ZERO)) {
      return new DoseReading(
          this,
          new float[][] {
            samples.interpolated(dose), ends.interpolated(dose), inner.interpolated(dose)
          });
    }
    Vector3 shift =
        doseGeometry
            .toIndex(doseGeometry.originMm().plus(shiftMm))
            .minus(doseGeometry.toIndex(doseGeometry.originMm()));
    return new DoseReading(
        this,
        new float[][] {
          samples.interpolated(dose, shift),
          ends.interpolated(dose, shift),
          inner.interpolated(dose, shift)
        });
  }

  /**
   * Makes the histogram of a reading; that of {@code read(dose, Vector3.ZERO)} is the one of {@link
   * #dvh(DoseGrid)}. Empty if no part of the structure lies in the dose grid.
   *
   * @throws IllegalArgumentException if the reading is of another sampling
   */
  public Optional<Dvh> dvh(DoseReading reading) {
    if (!reading.isOf(this)) {
      throw new IllegalArgumentException("the reading is of another structure or grid");
    }
    if (samples.count() == 0) {
      return Optional.empty();
    }
    var sums = new DvhSums(samples, reading.atSamplesGy());
    for (int kind = 0; kind < 2; kind++) {
      for (float doseGy : reading.atExtremesGy(kind)) {
        sums.widen(doseGy);
      }
    }
    return Optional.of(sums.dvh(volumeMm3, shape));
  }

  private void checkGeometry(DoseGrid dose) {
    if (!dose.geometry().equals(doseGeometry)) {
      throw new IllegalArgumentException(
          "the sampling was made for another grid: " + doseGeometry + ", dose " + dose.geometry());
    }
  }

  /**
   * Computes the histograms of several structures in parallel, in their order; see {@link #dvh}.
   *
   * @param monitor progress and cancellation, one unit per structure
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static List<Optional<Dvh>> dvhs(
      List<StructureSampling> structures,
      DoseGrid dose,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Dose-volume histograms", 1);
    var results = new ArrayList<Optional<Dvh>>();
    structures.forEach(structure -> results.add(Optional.empty()));
    executor.forEachSlice(
        structures.size(), progress, i -> results.set(i, structures.get(i).dvh(dose)));
    progress.done();
    return List.copyOf(results);
  }
}
