/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.geometry.Vector3;

/**
 * Maps applied one after the other; a point has an image if it has one under each. Immutable.
 *
 * @param maps in the order in which they are applied
 */
public record ChainedMap(List<PointMap> maps) implements PointMap {

  public ChainedMap {
    maps = List.copyOf(maps);
  }

  /** Joins maps; only matrices become one matrix, nothing the identity. */
  public static PointMap of(List<PointMap> maps) {
    if (maps.size() == 1) {
      return maps.getFirst();
    }
    AffineTransform product = AffineTransform.IDENTITY;
    for (PointMap map : maps) {
      Optional<AffineTransform> matrix = map.asAffine();
      if (matrix.isEmpty()) {
        return new ChainedMap(maps);
      }
      product = matrix.get().after(product);
    }
    return product;
  }

  @Override
  public Optional<Vector3> at(Vector3 pointMm) {
    Optional<Vector3> at = Optional.of(pointMm);
    for (PointMap map : maps) {
      at = at.flatMap(map::at);
    }
    return at;
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.empty();
  }
}
