/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.exchange.ExchangedVolume;
import org.recourse.grid.exchange.LabelMasks;
import org.recourse.grid.exchange.VolumeFiles;
import org.recourse.grid.exchange.VolumeReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.preprocess.ImageResampler;

/**
 * Reads the images, doses and masks of the command {@code features}: NRRD and NIfTI files by what
 * is in them, DICOM folders and files through the import, each folder once. Not thread-safe.
 */
final class FeaturesInputs implements AutoCloseable {

  private static final int PREAMBLE_BYTES = 128;
  private static final byte[] MAGIC = "DICM".getBytes(StandardCharsets.US_ASCII);

  /**
   * An image.
   *
   * @param volume voxels
   * @param frameUid DICOM frame of reference; empty for a file of another kind
   * @param slicesReversed whether the file has its slices in the reverse order
   */
  record Image(ImageVolume volume, String frameUid, boolean slicesReversed) {}

  /**
   * A region on its own grid or on that of the image.
   *
   * @param region voxels
   * @param contours contours that it was made of, if there were any
   */
  record MaskRegion(Region region, Optional<ContourSet> contours) {}

  private final SliceExecutor executor;
  private final Map<Path, FeaturesDicom> folders = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  FeaturesInputs(SliceExecutor executor) {
    this.executor = executor;
  }

  /** What was found while reading since the last call. */
  List<Finding> takeFindings() {
    List<Finding> taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  Image image(Path path, Optional<String> seriesUid, IProgressMonitor monitor)
      throws RefusalException {
    if (isDicom(path)) {
      FeaturesDicom.Image image = dicom(path, monitor).image(seriesUid, monitor);
      return new Image(image.volume(), image.frameUid(), false);
    }
    ExchangedVolume read = exchanged(path);
    return new Image(read.volume(), "", read.slicesReversed());
  }

  DoseGrid dose(Path path, IProgressMonitor monitor) throws RefusalException {
    if (isDicom(path)) {
      return dicom(path, monitor).dose(monitor);
    }
    ImageVolume volume = volume(path);
    DoseGrid.Builder dose = DoseGrid.builder(volume.geometry());
    float[] slice = new float[volume.geometry().sliceVoxelCount()];
    for (int z = 0; z < volume.geometry().sizeZ(); z++) {
      volume.copySlice(z, slice);
      dose.slice(z, slice);
    }
    return dose.build();
  }

  /**
   * Reads a mask. Contours are rasterised on the given grid; a label map is resampled to it
   * (nearest voxel, as {@code correctMask} of PyRadiomics) only where that is asked for.
   *
   * @param roi name of the structure, needed for DICOM
   */
  MaskRegion mask(
      Path path,
      Optional<String> roi,
      int label,
      GridGeometry grid,
      String frameUid,
      boolean resample,
      IProgressMonitor monitor)
      throws RefusalException {
    if (isDicom(path)) {
      String name =
          roi.orElseThrow(
              () -> new RefusalException(path + ": name the structure with --roi NAME."));
      return rasterised(dicom(path, monitor).contours(name, monitor), grid, frameUid, monitor);
    }
    Region region = Region.of(labelled(path, label));
    if (!resample || region.geometry().equals(grid)) {
      return new MaskRegion(region, Optional.empty());
    }
    findings.add(Finding.info("The mask was resampled to the grid of the image.", path.toString()));
    return new MaskRegion(
        new ImageResampler(executor).resample(region, grid, monitor), Optional.empty());
  }

  private MaskRegion rasterised(
      FeaturesDicom.Contours contours, GridGeometry grid, String frameUid, IProgressMonitor monitor)
      throws RefusalException {
    if (!frameUid.isEmpty()
        && !contours.frameUid().isEmpty()
        && !frameUid.equals(contours.frameUid())) {
      throw new RefusalException(
          "the contours are drawn in the frame of reference "
              + contours.frameUid()
              + ", the image lies in "
              + frameUid
              + "; bring them together with a registration first.");
    }
    findings.addAll(ContourPlanes.of(contours.set(), grid).findings());
    return new MaskRegion(
        Region.of(ContourRasteriser.rasterise(contours.set(), grid, executor, monitor)),
        Optional.of(contours.set()));
  }

  private Mask labelled(Path path, int label) throws RefusalException {
    SortedMap<Integer, Mask> masks;
    try {
      masks = LabelMasks.of(volume(path));
    } catch (IllegalArgumentException e) {
      throw new RefusalException(path + ": " + e.getMessage(), e);
    }
    if (!masks.containsKey(label)) {
      throw new RefusalException(
          path
              + ": no voxel has the label "
              + label
              + (masks.isEmpty() ? "; all are 0." : "; there are: " + masks.keySet()));
    }
    return masks.get(label);
  }

  private ImageVolume volume(Path path) throws RefusalException {
    return exchanged(path).volume();
  }

  private ExchangedVolume exchanged(Path path) throws RefusalException {
    try {
      ExchangedVolume read = VolumeFiles.read(path);
      findings.addAll(read.findings());
      return read;
    } catch (VolumeReadException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private FeaturesDicom dicom(Path path, IProgressMonitor monitor) throws RefusalException {
    Path key = path.toAbsolutePath().normalize();
    FeaturesDicom known = folders.get(key);
    if (known == null) {
      known = FeaturesDicom.open(path, executor, monitor);
      folders.put(key, known);
      findings.addAll(known.findings());
    }
    return known;
  }

  private static boolean isDicom(Path path) throws RefusalException {
    if (Files.isDirectory(path)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(PREAMBLE_BYTES + MAGIC.length);
      for (int i = 0; i < MAGIC.length; i++) {
        if (start.length <= PREAMBLE_BYTES + i || start[PREAMBLE_BYTES + i] != MAGIC[i]) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new RefusalException(path + " cannot be read (" + e + ").", e);
    }
  }

  @Override
  public void close() {
    folders.values().forEach(FeaturesDicom::close);
  }
}
