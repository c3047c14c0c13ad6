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
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.engine.GraphSignature;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** The network of a deep-feature package, ready to run. Thread-safe. */
public final class DeepFeatureNetwork implements AutoCloseable {

  private static final int CHANNELS = 3;

  private final TensorShape imageShape;
  private final LoadedGraph graph;

  private DeepFeatureNetwork(TensorShape imageShape, LoadedGraph graph) {
    this.imageShape = imageShape;
    this.graph = graph;
  }

  /**
   * Loads a network on one thread; patients are spread over threads instead.
   *
   * @param runtime what runs it
   * @throws DeepFeatureException if it cannot be loaded or is not what its package states
   */
  public static DeepFeatureNetwork load(DeepFeaturePackage source, GraphRuntime runtime)
      throws DeepFeatureException {
    TensorShape image = TensorShape.of(CHANNELS, source.side(), source.side());
    var signature = new GraphSignature(image, TensorShape.of(source.featureCount()));
    try {
      return new DeepFeatureNetwork(image, runtime.load(source.network(), signature, 1));
    } catch (InferenceException e) {
      throw new DeepFeatureException(
          "The deep-feature package " + source.id() + " cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * @param images three channels each, channel by channel, row by row, of the side of the package
   * @return as many features as the package states, for each image
   * @throws DeepFeatureException if the engine fails
   */
  public List<Tensor> features(List<float[]> images, IProgressMonitor monitor)
      throws DeepFeatureException {
    List<Tensor> cases = images.stream().map(image -> Tensor.of(imageShape, image)).toList();
    try {
      return graph.run(cases, monitor);
    } catch (InferenceException e) {
      throw new DeepFeatureException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
