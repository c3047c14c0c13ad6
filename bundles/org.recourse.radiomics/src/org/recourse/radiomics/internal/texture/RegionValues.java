/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import org.recourse.radiomics.feature.FeatureInput;

/**
 * Image values of a region in the order of its segments, and the grey level edges that the settings
 * give them. Not changed after construction; the array is only read.
 */
public final class RegionValues {

  private final double[] values;
  private final BinEdges edges;

  private RegionValues(FeatureInput input) {
    values = input.ofRegion(RegionIndex.class, RegionIndex::of).values(input.image());
    edges = BinEdges.pyradiomics(values, input.image().type(), input.settings());
  }

  /** Shared by the families of one image. */
  public static RegionValues of(FeatureInput input) {
    return input.derived(RegionValues.class, RegionValues::new);
  }

  /** For kernels that read only. */
  public double[] values() {
    return values;
  }

  BinEdges edges() {
    return edges;
  }
}
