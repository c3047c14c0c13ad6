/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Structures as voxels of an image or a dose. The contours are taken into the frame of the image by
 * the registrations of the case. Immutable and thread-safe.
 *
 * @param voxels images and contours of the case
 * @param transforms registrations of the case
 * @param executor splits the work by slices
 */
public record StructureVoxels(
    CaseVoxels voxels, FrameTransforms transforms, SliceExecutor executor) {

  /**
   * The part of an image around a structure.
   *
   * @param image voxels of the box around the structure
   * @param region the structure on the same grid
   */
  public record Part(VoxelBlock image, Region region) {}

  /**
   * Cuts an image to the surroundings of a structure.
   *
   * @param padding voxels kept on each side of it, as far as the image reaches
   * @return empty if no registration leads from the structure to the image, or no voxel of the
   *     image lies inside
   */
  public Optional<Part> around(
      CaseImage image, StructureState structure, int padding, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, 3);
    Optional<ContourSet> contours = contours(structure, image.frameUid(), progress.split(1));
    if (contours.isEmpty()) {
      return Optional.empty();
    }
    ImageVolume volume = voxels.image(image.seriesUid(), progress.split(1));
    Mask mask =
        ContourRasteriser.rasterise(contours.get(), volume.geometry(), executor, progress.split(1));
    return boxOf(mask).map(box -> part(volume, mask, box.grownWithin(mask.geometry(), padding)));
  }

  /** Returns the contours of a structure in a frame; empty if no registration leads there. */
  public Optional<ContourSet> contours(
      StructureState structure, String frameUid, IProgressMonitor monitor)
      throws DicomReadException {
    Optional<AffineTransform> transform = transforms.between(structure.frameUid(), frameUid);
    if (transform.isEmpty()) {
      return Optional.empty();
    }
    ContourSet contours =
        voxels.contours(
            structure.structureSetUid(), structure.roiNumber(), structure.contourDigest(), monitor);
    return Optional.of(contours.transformed(transform.get()));
  }

  /** Box around the voxels of a mask; empty for an empty mask. */
  static Optional<IndexBox> boxOf(Mask mask) {
    int sizeX = mask.geometry().sizeX();
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int minZ = Integer.MAX_VALUE;
    int maxX = -1;
    int maxY = -1;
    int maxZ = -1;
    for (int z = 0; z < mask.geometry().sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        minX = Math.min(minX, i % sizeX);
        maxX = Math.max(maxX, i % sizeX);
        minY = Math.min(minY, i / sizeX);
        maxY = Math.max(maxY, i / sizeX);
        minZ = Math.min(minZ, z);
        maxZ = z;
      }
    }
    return maxZ < 0
        ? Optional.empty()
        : Optional.of(new IndexBox(minX, minY, minZ, maxX, maxY, maxZ));
  }

  private static Part part(ImageVolume volume, Mask mask, IndexBox box) {
    GridGeometry grid = volume.geometry();
    GridGeometry target = box.geometryIn(grid);
    float[] slice = new float[grid.sliceVoxelCount()];
    float[] row = new float[target.sliceVoxelCount()];
    byte[] inside = new byte[target.voxelCount()];
    ImageVolume.Builder cut = ImageVolume.builder(target);
    for (int z = 0; z < target.sizeZ(); z++) {
      volume.copySlice(box.minZ() + z, slice);
      BitSet voxels = mask.slice(box.minZ() + z);
      for (int y = 0; y < target.sizeY(); y++) {
        int from = (box.minY() + y) * grid.sizeX() + box.minX();
        int to = y * target.sizeX();
        System.arraycopy(slice, from, row, to, target.sizeX());
        for (int x = 0; x < target.sizeX(); x++) {
          int at = z * target.sliceVoxelCount() + to + x;
          inside[at] = (byte) (voxels.get(from + x) ? 1 : 0);
        }
      }
      cut.slice(z, row);
    }
    return new Part(VoxelBlock.of(cut.build()), Region.of(target, inside));
  }

  /** The structures of a case among which one is chosen: those with a name. */
  public static List<StructureState> named(List<StructureState> structures) {
    return structures.stream().filter(structure -> !structure.name().isBlank()).toList();
  }
}
