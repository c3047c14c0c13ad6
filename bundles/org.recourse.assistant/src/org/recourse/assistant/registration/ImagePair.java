/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageSeries;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.search.SimilarityKind;

/**
 * Two image series of a case that are to be registered. Immutable; taken from the model on the
 * thread that edits it, used on any.
 *
 * @param fixedSeriesUid series that stays
 * @param movingSeriesUid series that is brought onto it
 * @param fixedFrameUid frame of reference of the former
 * @param movingFrameUid frame of reference of the latter
 * @param similarity what is compared
 * @param label for people, such as {@code T1 to planning CT}
 */
public record ImagePair(
    String fixedSeriesUid,
    String movingSeriesUid,
    String fixedFrameUid,
    String movingFrameUid,
    SimilarityKind similarity,
    String label) {

  private static final String CT = "CT";

  public ImagePair {
    Objects.requireNonNull(fixedSeriesUid, "fixedSeriesUid");
    Objects.requireNonNull(movingSeriesUid, "movingSeriesUid");
    Objects.requireNonNull(fixedFrameUid, "fixedFrameUid");
    Objects.requireNonNull(movingFrameUid, "movingFrameUid");
    Objects.requireNonNull(similarity, "similarity");
    Objects.requireNonNull(label, "label");
  }

  /** Takes a pair from the model: two CT by correlation, anything else by mutual information. */
  public static ImagePair of(ImageSeries fixed, ImageSeries moving) {
    boolean bothCt = CT.equals(fixed.getModality()) && CT.equals(moving.getModality());
    return new ImagePair(
        fixed.getSeriesInstanceUid(),
        moving.getSeriesInstanceUid(),
        fixed.getFrameOfReference().getUid(),
        moving.getFrameOfReference().getUid(),
        bothCt ? SimilarityKind.NORMALISED_CORRELATION : SimilarityKind.MUTUAL_INFORMATION,
        name(moving) + " to " + name(fixed));
  }

  /** Returns the description of a series, or its modality where it has none. */
  public static String name(ImageSeries series) {
    String description = series.getDescription();
    return description == null || description.isBlank() // EMF: may be unset
        ? String.valueOf(series.getModality())
        : description;
  }

  /** Tells whether both series lie in one frame of reference already. */
  public boolean inOneFrame() {
    return fixedFrameUid.equals(movingFrameUid);
  }

  /** Reads the images; the search starts with their middles on each other. */
  public CheckedRegistration.Request request(
      CaseVoxels voxels, boolean deformable, IProgressMonitor monitor) throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading images", 2);
    ImageVolume fixed = voxels.image(fixedSeriesUid, progress.split(1));
    ImageVolume moving = voxels.image(movingSeriesUid, progress.split(1));
    return new CheckedRegistration.Request(
        fixed,
        moving,
        similarity,
        CheckedRegistration.middlesOnEachOther(fixed.geometry(), moving.geometry()),
        deformable);
  }
}
