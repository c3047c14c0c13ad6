/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.extraction.CohortExtraction;
import org.recourse.cohort.extraction.DoseVolumeExtraction;
import org.recourse.cohort.extraction.DoseVolumeGrid;
import org.recourse.cohort.extraction.ExtractionRequest;
import org.recourse.cohort.extraction.FolderExtraction;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.cohort.extraction.SignatureFeatures;
import org.recourse.cohort.recurrence.DeepFeatureException;
import org.recourse.cohort.recurrence.DeepFeaturePackage;
import org.recourse.cohort.recurrence.DeepRegionFeatures;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.network.NetworkSize;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.ParameterFile;
import org.recourse.radiomics.settings.ParameterFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Features of all patients of a cohort. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a cohort and extracts the features of all its patients: 702 per MR sequence unless"
          + " --params says otherwise. COHORT is a folder with cohort.csv whose column \"case\""
          + " names the case folders, or a folder of case folders. A run that was interrupted goes"
          + " on; a case that fails is a finding. Writes features.csv, with --readers"
          + " features.reader-1.csv and so on, and, for networks with dose, the physical dose of"
          + " the planned course inside of the structure as cohort.dose.f32 with dose-grid.csv."
    })
final class CohortExtractCommand extends CommandTask {

  @Parameters(paramLabel = "COHORT", description = "Folder of the cohort.")
  private Path cohort;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of the result; default: that of the cohort.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--roi",
      paramLabel = "NAME",
      description = "Structure in which features are taken; default: ${DEFAULT-VALUE}.")
  private String roi = "PTVnx";

  @Option(
      names = "--params",
      paramLabel = "P",
      description = "PyRadiomics parameter file (YAML); default: the 702 features of Liu 2023.")
  private Optional<Path> params = Optional.empty();

  @Option(
      names = "--readers",
      paramLabel = "R",
      description = "Structure sets of at most so many readers; default: ${DEFAULT-VALUE}.")
  private int readers = 1;

  @Option(
      names = "--deep-features",
      paramLabel = "FOLDER",
      description =
          "Package of a network for deep features (see \"models convert-resnet50\"); adds its"
              + " features of T1C and T2.")
  private Optional<Path> deepFeatures = Optional.empty();

  @Option(
      names = "--dose-grid",
      split = ",",
      paramLabel = "X,Y,Z",
      description =
          "Voxels of a dose volume, even numbers; default: 30,30,20. The paper has 120,120,80.")
  private List<Integer> doseGrid = List.of();

  @Option(
      names = "--dose-spacing",
      paramLabel = "MM",
      description = "Distance of these voxels; default: 4 mm, the box of the paper. It has 1 mm.")
  private double doseSpacingMm = DoseVolumeGrid.STANDARD.spacingMm();

  @Option(names = "--no-dose", description = "Writes no dose volumes.")
  private boolean withoutDose;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  private final FeatureCatalogue features;

  private final TrainingServices services;

  CohortExtractCommand(
      Surroundings surroundings, FeatureCatalogue features, TrainingServices services) {
    super(surroundings);
    this.features = features;
    this.services = services;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (readers < 1) {
      throw new RefusalException("--readers must be at least 1.");
    }
    Path target = to.orElse(cohort);
    try {
      Optional<DeepRegionFeatures> deep = deep();
      try {
        var request =
            new ExtractionRequest(
                cohort,
                target,
                roi,
                new CohortExtraction(features, parameters(), readers),
                deep.map(RegionFeatures.class::cast),
                doses());
        FolderExtraction extracted = FolderExtraction.run(request, executor, monitor);
        return report(target, extracted.features(), extracted.findings());
      } finally {
        deep.ifPresent(DeepRegionFeatures::close);
      }
    } catch (IOException
        | TableFormatException
        | DeepFeatureException
        | IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private Optional<DeepRegionFeatures> deep() throws DeepFeatureException, RefusalException {
    if (deepFeatures.isEmpty()) {
      return Optional.empty();
    }
    GraphRuntime runtime =
        services
            .graphs()
            .orElseThrow(() -> new RefusalException("no engine that runs ONNX is installed."));
    return Optional.of(
        new DeepRegionFeatures(DeepFeaturePackage.read(deepFeatures.get()), runtime));
  }

  private Optional<DoseVolumeGrid> doses() throws RefusalException {
    if (withoutDose) {
      return Optional.empty();
    }
    if (!doseGrid.isEmpty() && doseGrid.size() != 3) {
      throw new RefusalException("--dose-grid takes three numbers, such as 30,30,20.");
    }
    NetworkSize size =
        doseGrid.isEmpty()
            ? DoseVolumeGrid.STANDARD.size()
            : new NetworkSize(doseGrid.get(0), doseGrid.get(1), doseGrid.get(2));
    return Optional.of(new DoseVolumeGrid(size, doseSpacingMm));
  }

  private ExtractionParameters parameters() throws IOException, RefusalException {
    if (params.isEmpty()) {
      return SignatureFeatures.parameters();
    }
    try (Reader text = Files.newBufferedReader(params.get())) {
      return new ParameterFile().read(text);
    } catch (ParameterFileException e) {
      throw new RefusalException(params.get() + ": " + e.getMessage(), e);
    }
  }

  private ExitCode report(Path target, FeatureTable table, List<Finding> findings)
      throws RefusalException {
    if (json.isPresent()) {
      var result = new JsonResult("cohort", surroundings());
      result.inputFile(target.resolve("cohort.csv"));
      result.findings(findings);
      var record = new JsonObject();
      record.addProperty("features", target.resolve("features.csv").toString());
      record.addProperty("patients", table.size());
      record.addProperty("featureCount", table.featureNames().size());
      record.addProperty("completeFeatureCount", table.completeFeatures().size());
      Path volumes = target.resolve(DoseVolumeExtraction.VOLUMES);
      if (!withoutDose && Files.exists(volumes)) {
        record.addProperty("doseVolumes", volumes.toString());
      }
      var records = new JsonArray();
      records.add(record);
      result.add("records", records);
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    } else {
      surroundings()
          .out()
          .printf(
              "%s\t%d patients, %d features, %d findings%n",
              target.resolve("features.csv"),
              table.size(),
              table.featureNames().size(),
              findings.size());
      for (Finding finding : findings) {
        surroundings()
            .out()
            .printf("%s\t%s\t%s%n", finding.severity(), finding.affected(), finding.text());
      }
      surroundings().out().flush();
    }
    return ExitCode.of(findings);
  }
}
