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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.SyntheticFolder;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.PhantomException;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.TumourSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a synthetic cohort. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a synthetic cohort: a table cohort.csv and, below cases, one case folder per patient"
          + " with real DICOM (CT, T1, T1C, T2, structures, plans and doses of two courses), all"
          + " marked synthetic. A run that was interrupted goes on with the patients that are"
          + " missing. The outcomes follow a made-up mechanism; nothing learnt from them says"
          + " anything about a person."
    })
final class CohortSynthCommand extends CommandTask {

  @Option(
      names = "--patients",
      required = true,
      paramLabel = "N",
      description = "How many patients.")
  private int patients;

  @Option(names = "--seed", required = true, paramLabel = "S", description = "Decides everything.")
  private long seed;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the cohort.")
  private Path to;

  @Option(
      names = "--truth",
      paramLabel = "F",
      description =
          "JSON file with the true risk of each patient and what is needed to evaluate it for a"
              + " changed dose.")
  private Optional<Path> truth = Optional.empty();

  @Option(
      names = "--split",
      split = ",",
      paramLabel = "NAME=N",
      description =
          "Splits in the order of the patients, such as train=97,test=20; default: all are"
              + " \"train\".")
  private Map<String, Integer> splits = new LinkedHashMap<>();

  @Option(
      names = "--readers",
      paramLabel = "R",
      description = "Structure sets of so many readers per patient; default: ${DEFAULT-VALUE}.")
  private int readers = 1;

  @Option(
      names = "--table-only",
      description = "Writes the table (and the truth) without images and doses.")
  private boolean tableOnly;

  @Option(names = "--no-signal", description = "Outcomes that follow from nothing.")
  private boolean withoutSignal;

  @Option(names = "--other-scanner", description = "One scanner unlike the usual four.")
  private boolean otherScanner;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Site of the tumours: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private TumourSite site = TumourSite.NASOPHARYNX;

  @Option(names = "--twice-daily", description = "Re-irradiation with two fractions a day.")
  private boolean twiceDaily;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  CohortSynthCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (Math.min(patients, readers) < 1) {
      throw new RefusalException("--patients and --readers must be at least 1.");
    }
    int named = splits.values().stream().mapToInt(Integer::intValue).sum();
    if (!splits.isEmpty() && named != patients) {
      throw new RefusalException(
          "--split names " + named + " patients, --patients " + patients + "; make them equal.");
    }
    var made =
        new SyntheticFolder(new SyntheticCohort(seed, settings()), splits, readers, !tableOnly);
    try {
      SyntheticFolder.Result result = made.write(patients, to, executor, monitor);
      if (truth.isPresent()) {
        result.truth().write(truth.get());
      }
      report(result.table().patients());
      return ExitCode.DONE;
    } catch (IOException | PhantomException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private CohortSettings settings() {
    CohortSettings settings = CohortSettings.STANDARD.withSite(site);
    settings = withoutSignal ? settings.withoutSignal() : settings;
    settings = otherScanner ? settings.withOtherScanner() : settings;
    return twiceDaily ? settings.withTwiceDaily() : settings;
  }

  private void report(List<CohortPatient> rows) throws RefusalException {
    long events =
        rows.stream().filter(row -> row.outcome("necrosis").orElseThrow().event()).count();
    if (json.isEmpty()) {
      surroundings().out().printf("%s\t%d patients, %d with necrosis%n", to, rows.size(), events);
      surroundings().out().flush();
      return;
    }
    var result = new JsonResult("cohort", surroundings());
    var list = new JsonArray();
    for (CohortPatient row : rows) {
      var patient = new JsonObject();
      patient.addProperty("id", row.id());
      patient.addProperty("split", row.split());
      patient.addProperty("centre", row.centre());
      patient.addProperty("case", row.caseFolder());
      patient.addProperty("necrosis", row.outcome("necrosis").orElseThrow().event());
      list.add(patient);
    }
    result.add("records", list);
    new ResultFile(json.get()).write(result.text(), surroundings().out());
  }
}
