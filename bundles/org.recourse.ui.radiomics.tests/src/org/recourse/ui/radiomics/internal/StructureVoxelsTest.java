/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.MaskOutlines;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.model.StructureType;

class StructureVoxelsTest {

  private static final GridGeometry GRID =
      new GridGeometry(20, 16, 9, new Vector3(-10, 0, 5), new Vector3(1, 1, 2));

  private static final String PLAN_FRAME = "1.9";
  private static final String IMAGE_FRAME = "1.8";

  /** The structure is drawn 3 mm to the right of where it is in the image. */
  private static final AffineTransform TO_IMAGE = AffineTransform.translation(new Vector3(3, 0, 0));

  private static Mask box() {
    Mask.Builder mask = Mask.builder(GRID);
    for (int z = 3; z <= 5; z++) {
      var slice = new BitSet();
      for (int y = 4; y <= 8; y++) {
        slice.set(y * GRID.sizeX() + 6, y * GRID.sizeX() + 10);
      }
      mask.slice(z, slice);
    }
    return mask.build();
  }

  /** The intensity tells the index of a voxel. */
  private static final class OneImage implements VoxelSource {

    @Override
    public ImageVolume readImage(String seriesUid, IProgressMonitor monitor) {
      ImageVolume.Builder image = ImageVolume.builder(GRID);
      float[] slice = new float[GRID.sliceVoxelCount()];
      for (int z = 0; z < GRID.sizeZ(); z++) {
        for (int i = 0; i < slice.length; i++) {
          slice[i] = z * slice.length + i;
        }
        image.slice(z, slice);
      }
      return image.build();
    }

    @Override
    public Map<Integer, ContourSet> readContours(String setUid, IProgressMonitor monitor) {
      return Map.of(1, MaskOutlines.of(box()));
    }

    @Override
    public DoseGrid readDose(String doseUid, IProgressMonitor monitor) throws DicomReadException {
      throw new IllegalStateException("not asked for");
    }
  }

  private static Optional<StructureVoxels.Part> around(
      List<FrameTransforms.Link> links, int padding) throws DicomReadException {
    var structure =
        new StructureState(
            "1.1",
            PLAN_FRAME,
            1,
            "GTV",
            "",
            StructureType.GTV,
            0,
            OptionalDouble.empty(),
            "",
            OptionalDouble.empty(),
            false,
            "",
            "");
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return new StructureVoxels(
              new CaseVoxels(new OneImage()), new FrameTransforms(links), executor)
          .around(
              new CaseImage("1.2", "MR", IMAGE_FRAME, "MR"),
              structure,
              padding,
              new NullProgressMonitor());
    }
  }

  @Test
  void theStructureIsCutWhereItLiesInTheImage() throws DicomReadException {
    StructureVoxels.Part part =
        around(List.of(new FrameTransforms.Link(PLAN_FRAME, IMAGE_FRAME, TO_IMAGE)), 2)
            .orElseThrow();

    assertEquals(box().voxelCount(), part.region().voxelCount());
    assertEquals(4 + 4, part.image().geometry().sizeX());
    // the first voxel of the box lies 3 mm further left, two voxels of padding before it
    assertEquals(GRID.indexOf(6 + 3 - 2, 4 - 2, 3 - 2), part.image().valueAt(0));
  }

  @Test
  void withoutARegistrationThereIsNoPart() throws DicomReadException {
    assertTrue(around(List.of(), 2).isEmpty());
  }

  @Test
  void outsideOfTheImageThereIsNoPart() throws DicomReadException {
    var far = AffineTransform.translation(new Vector3(500, 0, 0));

    assertTrue(
        around(List.of(new FrameTransforms.Link(PLAN_FRAME, IMAGE_FRAME, far)), 2).isEmpty());
  }
}
