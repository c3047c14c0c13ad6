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
import org.recourse.cohort.extraction.FolderExtraction;
import org.recourse.cohort.extraction.SignatureFeatures;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
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
          + " on; a case that fails is a finding. Writes features.csv and, with --readers,"
          + " features.reader-1.csv and so on."
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

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  private final FeatureCatalogue features;

  CohortExtractCommand(Surroundings surroundings, FeatureCatalogue features) {
    super(surroundings);
    this.features = features;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (readers < 1) {
      throw new RefusalException("--readers must be at least 1.");
    }
    Path target = to.orElse(cohort);
    try {
      FolderExtraction extracted =
          FolderExtraction.run(
              cohort,
              target,
              roi,
              new CohortExtraction(features, parameters(), readers),
              executor,
              monitor);
      return report(target, extracted.features(), extracted.findings());
    } catch (IOException | TableFormatException | IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
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
