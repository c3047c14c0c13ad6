/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.MaskOutlines;
import org.recourse.grid.exchange.ExchangedVolume;
import org.recourse.grid.exchange.LabelMasks;
import org.recourse.grid.exchange.VolumeFiles;
import org.recourse.grid.exchange.VolumeReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.Mask;

/**
 * Reads a mask file for an image. The contours run along the edges of the voxels, so that they
 * enclose exactly the voxels of the mask. Thread-safe.
 */
public final class MaskReading {

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The structures of the file.
     *
     * @param byLabel contours by label, in the frame of the image
     * @param findings reservations
     */
    record Read(SortedMap<Integer, ContourSet> byLabel, List<Finding> findings) implements Outcome {
      public Read {
        findings = List.copyOf(findings);
      }
    }

    /** Nothing can be taken over; the finding says why and what to do. */
    record Refused(Finding finding) implements Outcome {}
  }

  private final CaseVoxels voxels;

  public MaskReading(CaseVoxels voxels) {
    this.voxels = Objects.requireNonNull(voxels, "voxels");
  }

  /**
   * Reads a file.
   *
   * @param seriesUid image on which the mask was drawn
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Outcome read(Path file, String seriesUid, String imageTitle, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + file.getFileName(), 3);
    String name = file.getFileName().toString();
    try {
      GridGeometry image = voxels.image(seriesUid, progress.split(1)).geometry();
      progress.checkCanceled();
      ExchangedVolume volume = VolumeFiles.read(file);
      progress.worked(1);
      Optional<String> mismatch = MaskFit.mismatch(volume.volume().geometry(), image, imageTitle);
      if (mismatch.isPresent()) {
        return new Outcome.Refused(Finding.error(mismatch.get(), name));
      }
      SortedMap<Integer, Mask> masks = LabelMasks.of(volume.volume());
      if (masks.isEmpty()) {
        return new Outcome.Refused(
            Finding.error("All voxels of the mask are 0; there is nothing to take over.", name));
      }
      var byLabel = new TreeMap<Integer, ContourSet>();
      for (Map.Entry<Integer, Mask> mask : masks.entrySet()) {
        progress.checkCanceled();
        byLabel.put(mask.getKey(), MaskOutlines.of(MaskFit.onImage(mask.getValue(), image)));
      }
      return new Outcome.Read(byLabel, volume.findings());
    } catch (VolumeReadException | DicomReadException e) {
      return new Outcome.Refused(Finding.error(e.getMessage(), name));
    } catch (IllegalArgumentException e) { // values that are no labels
      return new Outcome.Refused(
          Finding.error(
              "The file is " + e.getMessage() + ". Export a segmentation, not an image.", name));
    }
  }
}
