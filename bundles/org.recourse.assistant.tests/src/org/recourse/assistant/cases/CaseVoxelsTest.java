/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

class CaseVoxelsTest {

  private int reads;

  private final CaseVoxels voxels =
      new CaseVoxels(
          new VoxelSource() {
            @Override
            public ImageVolume readImage(String uid, IProgressMonitor monitor) {
              if (monitor.isCanceled()) {
                throw new OperationCanceledException();
              }
              reads++;
              return ImageVolume.builder(geometry()).slice(0, new float[1]).build();
            }

            @Override
            public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
              return Map.of();
            }

            @Override
            public DoseGrid readDose(String uid, IProgressMonitor monitor)
                throws DicomReadException {
              throw new DicomReadException(Path.of("dose.dcm"), "", "The file is cut off.", "");
            }
          });

  @Test
  void readsOnceAndOnlyWhenAsked() throws DicomReadException {
    assertTrue(voxels.imageIfLoaded("1").isEmpty());

    ImageVolume first = voxels.image("1", new NullProgressMonitor());

    assertSame(first, voxels.image("1", new NullProgressMonitor()));
    assertSame(first, voxels.imageIfLoaded("1").orElseThrow());
    assertEquals(1, reads);
  }

  @Test
  void aCancelledReadingCanBeRepeated() throws DicomReadException {
    IProgressMonitor cancelled = new NullProgressMonitor();
    cancelled.setCanceled(true);
    assertThrows(OperationCanceledException.class, () -> voxels.image("1", cancelled));

    voxels.image("1", new NullProgressMonitor());

    assertEquals(1, reads);
  }

  @Test
  void aFileThatCannotBeReadIsNotRemembered() {
    assertThrows(DicomReadException.class, () -> voxels.dose("1", new NullProgressMonitor()));
    assertTrue(voxels.doseIfLoaded("1").isEmpty());
  }

  private static GridGeometry geometry() {
    return new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
  }
}
