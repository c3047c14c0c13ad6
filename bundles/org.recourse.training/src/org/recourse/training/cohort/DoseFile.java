/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recourse.grid.exchange.VolumeFiles;
import org.recourse.grid.exchange.VolumeReadException;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.inference.tensor.Tensor;
import org.recourse.training.TrainingException;

/** Cuts the dose of a patient out of files, as the risk model cuts it out of a plan. Stateless. */
final class DoseFile {

  private static final List<String> ENDINGS = List.of(".nrrd", ".nii.gz", ".nii");

  /** A voxel is inside of the target if its centre is; the mask is 0 or 1. */
  private static final double INSIDE = 0.5;

  private DoseFile() {}

  /** Returns the dose inside of the target, in Gy, in a box about the middle of the target. */
  static Tensor cut(Path folder, String id, DoseBox box) throws TrainingException {
    if (!id.matches("[A-Za-z0-9_][A-Za-z0-9_. -]*")) {
      throw new TrainingException("The id " + id + " cannot be the name of a file.");
    }
    ImageVolume dose = read(folder, id);
    ImageVolume target = read(folder, id + ".target");
    GridGeometry geometry = geometry(target, id, box);
    TrilinearSampler doses = TrilinearSampler.of(dose);
    TrilinearSampler inside = TrilinearSampler.of(target);
    float[] values = new float[geometry.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      Vector3 place = geometry.centreMm(i);
      if (inside.sampleOr(place, 0) >= INSIDE) {
        values[i] = (float) doses.sampleOr(place, 0);
        if (!(values[i] >= 0 && values[i] < Float.POSITIVE_INFINITY)) {
          throw new TrainingException("The dose of " + id + " is no dose: " + values[i] + " Gy.");
        }
      }
    }
    return Tensor.of(box.size().doseShape(), values);
  }

  private static ImageVolume read(Path folder, String name) throws TrainingException {
    for (String ending : ENDINGS) {
      Path file = folder.resolve(name + ending);
      if (Files.exists(file)) {
        try {
          return VolumeFiles.read(file).volume();
        } catch (VolumeReadException e) {
          throw new TrainingException(e.getMessage(), e);
        }
      }
    }
    throw new TrainingException("There is no " + folder.resolve(name + ENDINGS.getFirst()) + ".");
  }

  private static GridGeometry geometry(ImageVolume target, String id, DoseBox box)
      throws TrainingException {
    GridGeometry own = target.geometry();
    double[] least = new double[] {1e9, 1e9, 1e9};
    double[] most = new double[] {-1e9, -1e9, -1e9};
    boolean empty = true;
    float[] slice = new float[own.sliceVoxelCount()];
    for (int z = 0; z < own.sizeZ(); z++) {
      target.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        if (slice[i] >= INSIDE) {
          Vector3 place = own.centreMm(z * slice.length + i);
          double[] xyz = {place.x(), place.y(), place.z()};
          for (int axis = 0; axis < xyz.length; axis++) {
            least[axis] = Math.min(least[axis], xyz[axis]);
            most[axis] = Math.max(most[axis], xyz[axis]);
          }
          empty = false;
        }
      }
    }
    if (empty) {
      throw new TrainingException("The target of " + id + " is empty.");
    }
    Vector3 spacing = box.spacingMm();
    return new GridGeometry(
        box.size().sizeX(),
        box.size().sizeY(),
        box.size().sizeZ(),
        new Vector3(
            start(least[0], most[0], box.size().sizeX(), spacing.x()),
            start(least[1], most[1], box.size().sizeY(), spacing.y()),
            start(least[2], most[2], box.size().sizeZ(), spacing.z())),
        spacing);
  }

  private static double start(double leastMm, double mostMm, int voxels, double spacingMm) {
    return (leastMm + mostMm) / 2 - (voxels - 1) / 2.0 * spacingMm;
  }
}
