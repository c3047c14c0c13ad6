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
import org.recourse.grid.finding.Finding;

/** What came of computing an overlay. Immutable. */
public sealed interface OverlayResult {

  /**
   * There is something to draw.
   *
   * @param volume what is drawn
   * @param findings reservations
   */
  record Shown(OverlayVolume volume, List<Finding> findings) implements OverlayResult {
    public Shown {
      Objects.requireNonNull(volume, "volume");
      findings = List.copyOf(findings);
    }
  }

  /**
   * There is nothing to draw for this case.
   *
   * @param sentence what is missing and what to do, shown on the slices
   * @param findings what was found on the way
   */
  record NotAvailable(String sentence, List<Finding> findings) implements OverlayResult {
    public NotAvailable {
      Objects.requireNonNull(sentence, "sentence");
      findings = List.copyOf(findings);
    }
  }

  static OverlayResult of(OverlayVolume volume) {
    return new Shown(volume, List.of());
  }

  static OverlayResult notAvailable(String sentence) {
    return new NotAvailable(sentence, List.of());
  }
}
