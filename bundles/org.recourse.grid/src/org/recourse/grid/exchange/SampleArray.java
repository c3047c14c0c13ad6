/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.ImageVolume;

/** Samples of a file as they lie in memory. */
record SampleArray(Path file, ByteBuffer data, int offset, SampleType type) {

  /** Makes the volume; value = sample · slope + intercept. */
  ImageVolume volume(VoxelFrame frame, double slope, double intercept) throws VolumeReadException {
    GridGeometry geometry;
    try {
      geometry = frame.geometry();
    } catch (IllegalArgumentException e) {
      throw new VolumeReadException(file, e.getMessage(), e);
    }
    long needed = offset + (long) geometry.voxelCount() * type.bytes();
    if (needed > data.limit()) {
      throw new VolumeReadException(
          file,
          "the file ends too early: " + needed + " bytes expected, " + data.limit() + " found.");
    }
    ImageVolume.Builder volume = ImageVolume.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      int from = frame.isReversed() ? geometry.sizeZ() - 1 - z : z;
      int at = offset + from * slice.length * type.bytes();
      for (int i = 0; i < slice.length; i++) {
        double value = type.read(data, at + i * type.bytes()) * slope + intercept;
        if (!Double.isFinite(value)) {
          throw new VolumeReadException(file, "a voxel value is not finite: " + value);
        }
        slice[i] = (float) value;
      }
      volume.slice(z, slice);
    }
    return volume.build();
  }
}
