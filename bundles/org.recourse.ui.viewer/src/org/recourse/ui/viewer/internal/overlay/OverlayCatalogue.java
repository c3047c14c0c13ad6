/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.grid.finding.Finding;

/** The overlays that are installed, each id once. Immutable and thread-safe. */
public final class OverlayCatalogue {

  private final Map<String, GuardedOverlay> byId = new LinkedHashMap<>();
  private final List<Finding> findings;

  public OverlayCatalogue(List<OverlayEntry> entries, List<Finding> readingFindings) {
    var found = new ArrayList<>(readingFindings);
    for (OverlayEntry entry : entries) {
      if (byId.putIfAbsent(entry.id(), new GuardedOverlay(entry)) != null) {
        found.add(
            Finding.error(
                "The overlay "
                    + entry.title()
                    + " of the bundle "
                    + entry.bundle()
                    + " is not offered: its id "
                    + entry.id()
                    + " is taken. Report this to its vendor.",
                entry.bundle()));
      }
    }
    findings = List.copyOf(found);
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
