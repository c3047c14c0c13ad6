/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.finding.Finding;

/** Maps of one image and region, in the order of extraction. Immutable. */
public record FeatureMaps(List<FeatureMap> maps, List<Finding> findings) {

  public FeatureMaps {
    maps = List.copyOf(maps);
    findings = List.copyOf(findings);
  }

  /** Returns the map of a full feature name. */
  public Optional<FeatureMap> map(String name) {
    return maps.stream().filter(map -> map.name().equals(name)).findFirst();
  }
}
