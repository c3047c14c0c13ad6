/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.extraction.CaseFailure;
import org.recourse.cohort.extraction.ImagedRegion;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.tensor.Tensor;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Deep features of T1C and T2, named {@code deep_0} and so on. Thread-safe; open until it is
 * closed.
 */
public final class DeepRegionFeatures implements RegionFeatures, AutoCloseable {

  private static final String NAME = "deep_";
  private static final List<String> SEQUENCES = List.of("T1C", "T2");

  private final DeepFeaturePackage source;
  private final DeepFeatureNetwork network;

  /**
   * Loads the network.
   *
   * @throws DeepFeatureException if it cannot be loaded or is not what its package states
   */
  public DeepRegionFeatures(DeepFeaturePackage source, GraphRuntime runtime)
      throws DeepFeatureException {
    this.source = Objects.requireNonNull(source, "source");
    this.network = DeepFeatureNetwork.load(source, runtime);
  }

  @Override
  public boolean takes(String sequence) {
    return SEQUENCES.contains(sequence);
  }

  @Override
  public ExtractionResult of(ImagedRegion region, SliceExecutor executor, IProgressMonitor monitor)
      throws CaseFailure {
    float[] image = DeepFeatureImage.of(region.image(), region.region(), source);
    try {
      Tensor features = network.features(List.of(image), monitor).getFirst();
      FeatureVector.Builder vector = FeatureVector.builder();
      for (int i = 0; i < source.featureCount(); i++) {
        vector.put(NAME + i, features.at(i));
      }
      return new ExtractionResult(vector.build(), List.of());
    } catch (DeepFeatureException e) {
      throw new CaseFailure(e.getMessage(), e);
    }
  }

  @Override
  public String fingerprint() {
    return "deep features "
        + source.id()
        + " "
        + source.sha256()
        + " side "
        + source.side()
        + " mean "
        + source.mean()
        + " deviation "
        + source.deviation();
  }

  @Override
  public void close() {
    network.close();
  }
}
