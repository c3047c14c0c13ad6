/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.bands;

import java.util.Objects;
import java.util.Optional;

/**
 * What a risk model would answer if the earlier courses lay elsewhere within the uncertainty of
 * their registrations; the uncertainty of the model itself is not in it. Immutable.
 *
 * @param modelId id of the model
 * @param kind what the numbers are
 * @param nominal answer as registered
 * @param worstLow lowest answer found with every structure at one end of its dose interval
 * @param worstHigh highest one
 * @param sampled distribution under drawn shifts; empty for models that look at voxels
 */
public record RiskBand(
    String modelId,
    Kind kind,
    double nominal,
    double worstLow,
    double worstHigh,
    Optional<Sampled> sampled) {

  /** What the numbers are. */
  public enum Kind {
    /** Probability, 0 to 1. */
    PROBABILITY,
    /** Score without calibration. */
    SCORE,
    /** 1 in the category of higher risk, else 0; the mean is the share of shifts. */
    CATEGORY
  }

  /**
   * Answers under drawn shifts.
   *
   * @param mean mean
   * @param percentile2 2.5 % are below
   * @param percentile97 2.5 % are above
   */
  public record Sampled(double mean, double percentile2, double percentile97) {}

  public RiskBand {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sampled, "sampled");
  }
}
