/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.settings.ExtractionParameters;

/** Radiomic features of every sequence. Immutable and thread-safe. */
final class HandcraftedFeatures implements RegionFeatures {

  private final FeatureExtractor extractor;
  private final ExtractionParameters parameters;

  HandcraftedFeatures(FeatureCatalogue catalogue, ExtractionParameters parameters) {
    extractor = new FeatureExtractor(catalogue);
    this.parameters = Objects.requireNonNull(parameters, "parameters");
  }

  @Override
  public boolean takes(String sequence) {
    return true;
  }

  @Override
  public ExtractionResult of(
      ImagedRegion region, SliceExecutor executor, IProgressMonitor monitor) {
    return extractor.extract(region.image(), region.region(), parameters, executor, monitor);
  }

  @Override
  public String fingerprint() {
    return parameters.toString();
  }
}
