/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.voxels;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.geometry.SlicePositions;
import org.recourse.dicom.internal.geometry.SlicePositions.Blend;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.DicomReference;
import org.recourse.model.ImageSeries;

/** Reads the slices of a series into one volume. */
public final class ImageStackReader {

  private final Path caseFolder;
  private final SliceExecutor executor;

  public ImageStackReader(Path caseFolder, SliceExecutor executor) {
    this.caseFolder = caseFolder;
    this.executor = executor;
  }

  /** Reads all instances, sorts them along their normal and makes a volume of them. */
  public ImageVolume read(ImageSeries series, SubMonitor progress) throws DicomReadException {
    List<DicomReference> instances = List.copyOf(series.getInstances());
    if (instances.isEmpty()) {
      throw problem("The series " + series.getDescription() + " has no slices.");
    }
    StoredSlice[] slices = readSlices(instances, progress);
    SlicePlane first = slices[0].plane();
    Arrays.sort(slices, Comparator.comparingDouble(slice -> slice.plane().positionMm(first)));
    checkStack(slices);
    if (slices.length == 1) {
      return volume(slices, thickness(slices[0]));
    }
    SlicePlane lowest = slices[0].plane();
    double[] positionsMm =
        Arrays.stream(slices).mapToDouble(slice -> slice.plane().positionMm(lowest)).toArray();
    SlicePositions positions;
    try {
      positions = SlicePositions.of(positionsMm);
    } catch (IllegalArgumentException e) {
      throw problem("Two slices of the series have the same position.");
    }
    return positions.isRegular()
        ? volume(slices, positions.gridSpacingMm())
        : interpolated(slices, positions);
  }

  private StoredSlice[] readSlices(List<DicomReference> instances, SubMonitor progress)
      throws DicomReadException {
    StoredSlice[] slices = new StoredSlice[instances.size()];
    var failure = new AtomicReference<DicomReadException>();
    String[] paths = instances.stream().map(DicomReference::getRelativePath).toArray(String[]::new);
    String[] uids =
        instances.stream().map(DicomReference::getSopInstanceUid).toArray(String[]::new);
    executor.forEachSlice(
        slices.length,
        progress,
        i -> {
          if (failure.get() != null) {
            return;
          }
          try {
            slices[i] = StoredSlice.read(caseFolder.resolve(paths[i]), uids[i]);
          } catch (DicomReadException e) {
            failure.compareAndSet(null, e);
          }
        });
    if (failure.get() != null) {
      throw failure.get();
    }
    return slices;
  }

  private void checkStack(StoredSlice[] slices) throws DicomReadException {
    for (StoredSlice slice : slices) {
      if (!slice.plane().isStackableWith(slices[0].plane())) {
        throw problem("The slices differ in size, spacing or orientation.");
      }
    }
  }

  private double thickness(StoredSlice slice) throws DicomReadException {
    if (!(slice.thicknessMm() > 0)) {
      throw problem("The series has one slice and no slice thickness.");
    }
    return slice.thicknessMm();
  }

  private static ImageVolume volume(StoredSlice[] slices, double spacingMm) {
    ImageVolume.Builder volume =
        ImageVolume.builder(geometry(slices[0].plane(), slices.length, spacingMm));
    for (int z = 0; z < slices.length; z++) {
      volume.storedSlice(z, slices[z].values(), slices[z].slope(), slices[z].intercept());
    }
    return volume.build();
  }

  private static ImageVolume interpolated(StoredSlice[] slices, SlicePositions positions) {
    GridGeometry geometry =
        geometry(slices[0].plane(), positions.gridCount(), positions.gridSpacingMm());
    ImageVolume.Builder volume = ImageVolume.builder(geometry);
    float[] blended = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      Blend blend = positions.blendAt(z);
      StoredSlice lower = slices[blend.lower()];
      StoredSlice upper = slices[blend.upper()];
      double fraction = blend.fraction();
      for (int i = 0; i < blended.length; i++) {
        double below = lower.values()[i] * (double) lower.slope() + lower.intercept();
        double above = upper.values()[i] * (double) upper.slope() + upper.intercept();
        blended[i] = (float) (below + fraction * (above - below));
      }
      volume.slice(z, blended);
    }
    return volume.build();
  }

  private static GridGeometry geometry(SlicePlane first, int count, double spacingMm) {
    return new GridGeometry(
        first.columns(),
        first.rows(),
        count,
        first.originMm(),
        new Vector3(first.columnSpacingMm(), first.rowSpacingMm(), spacingMm),
        first.axes());
  }

  private DicomReadException problem(String sentence) {
    return new DicomReadException(caseFolder, "", sentence, "Import the series again.");
  }
}
