/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.learned.LearnedModelPackage;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.cohort.multiomics.NetworkEvaluation;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.training.NetworkTrainer;

/**
 * Every model package of a folder on a cohort.
 *
 * @param models in the order of their folders
 * @param findings packages that could not be used
 */
public record FolderEvaluation(List<ModelEvaluation> models, List<Finding> findings) {

  public FolderEvaluation {
    models = List.copyOf(models);
    findings = List.copyOf(findings);
  }

  /**
   * @param folder a package, or a folder of packages
   * @param trainer runs networks; without it they are left out with a finding
   * @throws IOException if the folder or a dose volume cannot be read
   * @throws InferenceException if the engine fails
   */
  public static FolderEvaluation of(
      Path folder, CohortFolder cohort, Optional<NetworkTrainer> trainer, IProgressMonitor monitor)
      throws IOException, InferenceException {
    List<Path> packages = packages(folder);
    SubMonitor progress = SubMonitor.convert(monitor, "Evaluating", packages.size());
    List<ModelEvaluation> models = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Path path : packages) {
      SubMonitor own = progress.split(1).setWorkRemaining(2);
      try {
        ModelPackage source = new ModelPackageReader().read(path, own.split(1));
        if (source.description().networkFormat().equals(LearnedModelPackage.FORMAT)) {
          models.add(ModelEvaluation.of(LearnedModelPackage.read(source), cohort.cohort()));
        } else if (trainer.isPresent()) {
          models.add(
              new NetworkEvaluation(trainer.get(), cohort.doses())
                  .of(source, cohort.cohort(), Endpoint.ever("necrosis"), own.split(1)));
        } else {
          findings.add(
              Finding.error(
                  "No engine is installed that runs it; add the feature \"ReCourse training with"
                      + " PyTorch\".",
                  source.description().identity().id()));
        }
      } catch (ModelPackageException | IllegalArgumentException e) {
        findings.add(Finding.error(e.getMessage(), path.toString()));
      }
    }
    models.forEach(model -> findings.addAll(model.findings()));
    return new FolderEvaluation(models, findings);
  }

  private static List<Path> packages(Path folder) throws IOException {
    if (Files.exists(folder.resolve(ModelPackageReader.DESCRIPTION_FILE))) {
      return List.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> packages =
          files
              .filter(f -> Files.exists(f.resolve(ModelPackageReader.DESCRIPTION_FILE)))
              .sorted()
              .toList();
      if (packages.isEmpty()) {
        throw new IOException(folder + " holds no model package.");
      }
      return packages;
    }
  }
}
