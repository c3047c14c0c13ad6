/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.util.Objects;
import java.util.Optional;

/**
 * What an image series is, apart from its voxels.
 *
 * @param modality CT or MR
 * @param number Series Number; with the modality it makes the series UID, so it is unique per study
 * @param description Series Description, such as {@code T1 contrast}
 * @param frameOfReferenceUid frame of the slices
 * @param contrastAgent agent of a contrast-enhanced series
 * @param timing repetition and echo time of an MR series
 */
public record ImageSeriesSpec(
    Modality modality,
    int number,
    String description,
    String frameOfReferenceUid,
    Optional<String> contrastAgent,
    Optional<MrTiming> timing) {

  /** Kind of image. */
  public enum Modality {
    /** Computed tomography; voxels in Hounsfield units. */
    CT,
    /** Magnetic resonance; voxels in arbitrary units, not negative. */
    MR
  }

  /**
   * Timing of a spin echo sequence.
   *
   * @param repetitionTimeMs repetition time, greater than 0
   * @param echoTimeMs echo time, greater than 0
   */
  public record MrTiming(double repetitionTimeMs, double echoTimeMs) {

    public MrTiming {
      if (!(repetitionTimeMs > 0 && echoTimeMs > 0)) {
        throw new IllegalArgumentException(
            "times must be > 0 ms: " + repetitionTimeMs + ", " + echoTimeMs);
      }
    }
  }

  public ImageSeriesSpec {
    Objects.requireNonNull(modality, "modality");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(contrastAgent, "contrastAgent");
    Objects.requireNonNull(timing, "timing");
    if (frameOfReferenceUid.isBlank()) {
      throw new IllegalArgumentException("series needs a frame of reference");
    }
  }

  public static ImageSeriesSpec ct(int number, String description, String frameOfReferenceUid) {
    return new ImageSeriesSpec(
        Modality.CT, number, description, frameOfReferenceUid, Optional.empty(), Optional.empty());
  }

  public static ImageSeriesSpec mr(
      int number, String description, String frameOfReferenceUid, MrTiming timing) {
    return new ImageSeriesSpec(
        Modality.MR,
        number,
        description,
        frameOfReferenceUid,
        Optional.empty(),
        Optional.of(timing));
  }

  /** Returns this series with contrast agent. */
  public ImageSeriesSpec withContrastAgent(String agent) {
    return new ImageSeriesSpec(
        modality, number, description, frameOfReferenceUid, Optional.of(agent), timing);
  }
}
