/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;

/**
 * A package of a network with initial weights that has learnt nothing and is only timed.
 *
 * @param id of the model
 * @param conditions doses it accepts
 * @param features their names and scaling
 * @param domain what it answers for
 */
record UntrainedPackage(
    String id, DoseConditions conditions, List<FeatureScaling> features, ValidityDomain domain) {
  UntrainedPackage {
    features = List.copyOf(features);
  }

  /** Writes it at the size of the paper into a folder that is not there yet. */
  void write(NetworkVariant variant, Path folder) throws IOException, ModelPackageException {
    var file = new NetworkFile(variant, NetworkSize.PAPER, List.of(NetworkWeights.initial(1)));
    new ModelPackageWriter()
        .write(
            folder,
            files -> description(file, files),
            Map.of(
                FileRole.PARAMETERS,
                file.toBytes(),
                FileRole.CARD,
                "# Untrained".getBytes(StandardCharsets.UTF_8)));
  }

  private ModelDescription description(NetworkFile file, List<PackageFile> files) {
    NetworkLayout layout = file.model().layout();
    return new ModelDescription(
        new ModelIdentity(id, "1.0.0", "Untrained network", "EPL-2.0"),
        NetworkFile.FORMAT,
        "Benchmarks only: it has learnt nothing",
        NetworkTensors.inputs(file.size(), layout, "none"),
        NetworkTensors.outputs(file.size(), layout),
        conditions,
        new TrainingData("none: initial weights", true, 1, 0),
        Optional.empty(),
        features,
        domain,
        files);
  }
}
