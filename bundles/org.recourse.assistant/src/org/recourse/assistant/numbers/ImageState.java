/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;

/**
 * An image series as numbers depend on it. Immutable.
 *
 * @param seriesUid Series Instance UID; empty if the model has none
 * @param frameUid frame of the slices
 * @param role what the series is used for
 */
public record ImageState(String seriesUid, String frameUid, ImageRole role) {

  public ImageState {
    Objects.requireNonNull(seriesUid, "seriesUid");
    Objects.requireNonNull(frameUid, "frameUid");
    Objects.requireNonNull(role, "role");
  }

  static ImageState of(ImageSeries series) {
    return new ImageState(
        Texts.of(series.getSeriesInstanceUid()),
        series.getFrameOfReference() == null ? "" : Texts.of(series.getFrameOfReference().getUid()),
        series.getRole());
  }
}
