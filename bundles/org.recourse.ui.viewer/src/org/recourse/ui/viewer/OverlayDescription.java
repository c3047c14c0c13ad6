/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.List;
import java.util.Objects;

/**
 * What an overlay says of itself. Immutable.
 *
 * @param id unique identifier, such as com.example.perfusion; never changes its meaning
 * @param title name in the list of overlays
 * @param version version of the implementation
 * @param summary what is shown, in a sentence or two
 * @param literature sources with DOI, if the quantity has any
 * @param followsSelection whether the volume depends on the selected structure
 * @param followsShownDose whether the volume depends on the dose that is shown
 * @param followsRiskGradient whether the volume is made from {@link OverlayInput#gradient}, which
 *     is computed with the numbers of the plan while the overlay is on
 */
public record OverlayDescription(
    String id,
    String title,
    String version,
    String summary,
    List<String> literature,
    boolean followsSelection,
    boolean followsShownDose,
    boolean followsRiskGradient) {

  /** Describes an overlay that needs no gradient. */
  public OverlayDescription(
      String id,
      String title,
      String version,
      String summary,
      List<String> literature,
      boolean followsSelection,
      boolean followsShownDose) {
    this(id, title, version, summary, literature, followsSelection, followsShownDose, false);
  }

  public OverlayDescription {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException(
          "an overlay needs an id and a title: " + id + ", " + title);
    }
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(summary, "summary");
    literature = List.copyOf(literature);
  }
}
