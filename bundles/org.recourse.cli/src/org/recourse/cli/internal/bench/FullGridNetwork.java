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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.multiomics.MultiOmicsRisk;
import org.recourse.risk.multiomics.PackageModel;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetMemory;
import org.recourse.risk.published.PublishedRiskModels;

/**
 * The fast variant of the network with the dose volume of the paper, 80 x 120 x 120 voxels of 1 mm,
 * and initial weights, beside the published formulas: it has learnt nothing and is only timed. The
 * package lies in a temporary folder until it is closed.
 */
final class FullGridNetwork implements AutoCloseable {

  /** So large that every scaled feature is near 0, the middle of a training that never was. */
  private static final double SPREAD = 1e12;

  private final Path folder;
  private final PackageModel network;
  private final RiskCatalogue catalogue;

  private FullGridNetwork(Path folder, PackageModel network, FeatureCatalogue features) {
    this.folder = folder;
    this.network = network;
    List<RiskModel> models = new ArrayList<>(PublishedRiskModels.all());
    models.add(new MultiOmicsRisk(network, new TargetMemory(features), () -> true));
    catalogue = ContributedRiskCatalogue.of(models, "benchmark");
  }

  static FullGridNetwork untrained(EngineCatalogue engines, FeatureCatalogue features)
      throws IOException, ModelPackageException {
    Path folder = Files.createTempDirectory("recourse-bench-");
    Path written = folder.resolve("package");
    var conditions =
        new DoseConditions(
            new DoseQuantity.Physical(), 1, 1, 1, new ValueRange(1, 50), new ValueRange(1, 10));
    var domain = new ValidityDomain(new ValueRange(0, 200), 3);
    new UntrainedPackage("bench.fullGrid", conditions, features(), domain)
        .write(NetworkVariant.FAST, written);
    return new FullGridNetwork(folder, PackageModel.of(written, engines), features);
  }

  private static List<FeatureScaling> features() {
    return SequenceFeatures.names(MrSequence.T1C).stream()
        .map(name -> new FeatureScaling(name, "1", 0, SPREAD))
        .toList();
  }

  RiskCatalogue catalogue() {
    return catalogue;
  }

  @Override
  public void close() throws IOException {
    network.close();
    ImportBench.delete(folder);
  }
}
