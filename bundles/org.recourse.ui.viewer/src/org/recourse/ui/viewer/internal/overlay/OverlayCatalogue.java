/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;

/** The overlays that are installed, each id once. Immutable and thread-safe. */
public final class OverlayCatalogue {

  private final Map<String, GuardedOverlay> byId;
  private final List<Finding> findings;

  public OverlayCatalogue(List<OverlayEntry> entries, List<Finding> readingFindings) {
    var unique =
        UniqueIds.of(
            entries.stream().map(GuardedOverlay::new).toList(),
            "overlay",
            overlay -> overlay.entry().id(),
            overlay -> overlay.entry().bundle());
    byId = unique.byId();
    findings = Stream.concat(readingFindings.stream(), unique.findings().stream()).toList();
  }

  public static OverlayCatalogue empty() {
    return new OverlayCatalogue(List.of(), List.of());
  }

  /** The overlays in the order in which they are offered. */
  public List<OverlayEntry> entries() {
    return byId.values().stream().map(GuardedOverlay::entry).toList();
  }

  public Optional<GuardedOverlay> overlay(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Mistakes in the declarations. */
  public List<Finding> findings() {
    return findings;
  }
}
