/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.network.MultiOmicsNetwork;

/**
 * The ONNX graphs of a package: those it holds, or those written from its parameters.
 *
 * @param byRole the forward graph and, if there is one, that with the gradient
 * @param ensemble forward graphs of the networks beside the model
 */
record NetworkGraphs(Map<FileRole, byte[]> byRole, List<byte[]> ensemble) {

  static NetworkGraphs of(ModelPackage model) throws InferenceException {
    return model.description().networkFormat().equals(NetworkFile.FORMAT)
        ? written(model)
        : contained(model);
  }

  private static NetworkGraphs contained(ModelPackage model) {
    Map<FileRole, byte[]> graphs = new EnumMap<>(FileRole.class);
    for (FileRole role : List.of(FileRole.FORWARD, FileRole.GRADIENT)) {
      model.content(role).ifPresent(bytes -> graphs.put(role, bytes));
    }
    return new NetworkGraphs(graphs, List.of());
  }

  private static NetworkGraphs written(ModelPackage model) throws InferenceException {
    String title = model.description().identity().title();
    byte[] parameters =
        model
            .content(FileRole.PARAMETERS)
            .orElseThrow(
                () ->
                    new InferenceException("The package of " + title + " has no parameters file."));
    try {
      NetworkFile file = NetworkFile.of(parameters);
      Map<FileRole, byte[]> graphs = new EnumMap<>(FileRole.class);
      MultiOmicsNetwork network = network(file, file.model());
      graphs.put(FileRole.FORWARD, network.forward());
      if (file.model().layout().dose()) {
        graphs.put(FileRole.GRADIENT, network.gradient());
      }
      return new NetworkGraphs(
          graphs, file.ensemble().stream().map(member -> network(file, member).forward()).toList());
    } catch (IllegalArgumentException e) {
      throw new InferenceException(
          "The network of " + title + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static MultiOmicsNetwork network(NetworkFile file, NetworkWeights weights) {
    return new MultiOmicsNetwork(file.variant(), file.size(), weights);
  }
}
