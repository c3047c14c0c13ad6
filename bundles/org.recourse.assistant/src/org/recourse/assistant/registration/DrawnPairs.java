/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.model.PatientCase;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.registration.quality.ContourOverlap;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Structures drawn under one name in both frames of a pair. Captured on the model's thread;
 * immutable afterwards. Left out are targets, whose shape is a decision and changes from course to
 * course, and the external contour, which ends where the image does.
 */
public final class DrawnPairs {

  /** Voxel edge of the masks; coarser where a structure would need more than the most voxels. */
  private static final double EDGE_MM = 1;

  private static final double MOST_VOXELS = 4e6;
  private static final int MARGIN_VOXELS = 3;

  /** Where the contours of one structure are. */
  private record Place(String setUid, int roiNumber, String contourDigest) {

    static Place of(StructureSet set, Structure structure) {
      String uid = set.getReference() == null ? null : set.getReference().getSopInstanceUid();
      String digest = structure.getContourDigest();
      return new Place(
          uid == null ? "" : uid, structure.getRoiNumber(), digest == null ? "" : digest); // EMF
    }

    ContourSet read(CaseVoxels voxels, IProgressMonitor monitor) throws DicomReadException {
      return voxels.contours(setUid, roiNumber, contourDigest, monitor);
    }
  }

  private record Pair(String name, Place fixed, Place moving) {}

  private final List<Pair> pairs;

  private DrawnPairs(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** Finds the pairs; none if both images lie in one frame, where a structure is drawn once. */
  public static DrawnPairs of(PatientCase patientCase, ImagePair images) {
    if (images.inOneFrame()) {
      return new DrawnPairs(List.of());
    }
    Map<String, Named> fixed = named(patientCase, images.fixedFrameUid());
    Map<String, Named> moving = named(patientCase, images.movingFrameUid());
    var pairs = new ArrayList<Pair>();
    fixed.forEach(
        (key, named) ->
            Optional.ofNullable(moving.get(key))
                .ifPresent(
                    other -> pairs.add(new Pair(named.name(), named.place(), other.place()))));
    return new DrawnPairs(pairs);
  }

  private record Named(String name, Place place) {}

  /** Of two structures of one name the first is taken. */
  private static Map<String, Named> named(PatientCase patientCase, String frameUid) {
    var named = new LinkedHashMap<String, Named>();
    for (StructureSet set : patientCase.getStructureSets()) {
      if (set.getFrameOfReference() == null
          || !frameUid.equals(set.getFrameOfReference().getUid())) {
        continue;
      }
      for (Structure structure : set.getStructures()) {
        String name = structure.getName();
        if (name != null && !name.isBlank() && isAnatomy(structure.getType())) { // EMF: unset
          named.putIfAbsent(
              name.strip().toLowerCase(Locale.ROOT),
              new Named(name.strip(), Place.of(set, structure)));
        }
      }
    }
    return named;
  }

  private static boolean isAnatomy(StructureType type) {
    return switch (type) {
      case ORGAN, AVOIDANCE, OTHER -> true;
      case GTV, CTV, PTV, EXTERNAL -> false;
    };
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /**
   * Measures how well the structures lie on each other. A structure without contours in one of the
   * frames, or that the transform puts where the other is not drawn at all, is not in the result or
   * has Dice 0.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Map<String, ContourOverlap> overlaps(
      CaseVoxels voxels,
      SpatialTransform fixedToMoving,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Comparing structures", 5 * pairs.size());
    var overlaps = new LinkedHashMap<String, ContourOverlap>();
    SpatialTransform back = fixedToMoving.inverse();
    for (Pair pair : pairs) {
      ContourSet fixed = pair.fixed().read(voxels, progress.split(1));
      ContourSet moving = pair.moving().read(voxels, progress.split(1));
      if (fixed.isEmpty() || moving.isEmpty()) {
        progress.worked(3);
        continue;
      }
      GridGeometry own = grid(bounds(List.of(moving), p -> p));
      Mask movingMask = ContourRasteriser.rasterise(moving, own, executor, progress.split(1));
      var both = bounds(List.of(moving), back::apply);
      both.add(bounds(List.of(fixed), p -> p));
      GridGeometry common = grid(both);
      Mask fixedMask = ContourRasteriser.rasterise(fixed, common, executor, progress.split(1));
      Mask pulled =
          ContourOverlap.pulled(movingMask, common, fixedToMoving, executor, progress.split(1));
      if (fixedMask.voxelCount() > 0 && pulled.voxelCount() > 0) {
        overlaps.put(pair.name(), ContourOverlap.of(fixedMask, pulled));
      }
    }
    return overlaps;
  }

  /** A box that grows; lives for one call. */
  private static final class Box {

    private final double[] least = {1e30, 1e30, 1e30};
    private final double[] most = {-1e30, -1e30, -1e30};

    void add(Vector3 p) {
      double[] xyz = {p.x(), p.y(), p.z()};
      for (int i = 0; i < xyz.length; i++) {
        least[i] = Math.min(least[i], xyz[i]);
        most[i] = Math.max(most[i], xyz[i]);
      }
    }

    void add(Box other) {
      add(new Vector3(other.least[0], other.least[1], other.least[2]));
      add(new Vector3(other.most[0], other.most[1], other.most[2]));
    }
  }

  /** Where a point goes. */
  @FunctionalInterface
  private interface Move {
    Vector3 apply(Vector3 p);
  }

  private static Box bounds(List<ContourSet> sets, Move move) {
    var box = new Box();
    for (ContourSet set : sets) {
      for (PlanarContour contour : set.contours()) {
        for (int i = 0; i < contour.pointCount(); i++) {
          box.add(move.apply(contour.pointMm(i)));
        }
      }
    }
    return box;
  }

  private static GridGeometry grid(Box box) {
    double volumeMm3 = 1;
    for (int i = 0; i < 3; i++) {
      volumeMm3 *= box.most[i] - box.least[i] + 2 * MARGIN_VOXELS * EDGE_MM;
    }
    double edgeMm = Math.max(EDGE_MM, Math.cbrt(volumeMm3 / MOST_VOXELS));
    int[] size = new int[3];
    for (int i = 0; i < 3; i++) {
      size[i] = (int) Math.ceil((box.most[i] - box.least[i]) / edgeMm) + 2 * MARGIN_VOXELS + 1;
    }
    double marginMm = MARGIN_VOXELS * edgeMm;
    return new GridGeometry(
        size[0],
        size[1],
        size[2],
        new Vector3(box.least[0] - marginMm, box.least[1] - marginMm, box.least[2] - marginMm),
        new Vector3(edgeMm, edgeMm, edgeMm));
  }
}
