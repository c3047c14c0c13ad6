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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.CumulativeNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.ContributedRiskCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ledger of courses and cumulative EQD2 per structure. */
@Command(
    name = "accumulate",
    mixinStandardHelpOptions = true,
    description = "Ledger of courses and cumulative EQD2 per structure, without recovery.")
final class AccumulateCommand extends CommandTask {

  private static final DoseMetric NEAR_MAXIMUM = new DoseMetric.DoseAtVolumeCm3(0.1);

  @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
  private String input;

  @Option(
      names = "--json",
      required = true,
      paramLabel = "F",
      description = "JSON result; - is standard output.")
  private String json;

  AccumulateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    var noRisks = new ContributedRiskCatalogue(List.of());
    var result = new JsonResult("accumulate", surroundings());
    PlanNumbers numbers =
        CaseNumbers.compute(input, noRisks, surroundings(), result, executor, monitor);
    result.add("courses", LedgerJson.of(numbers));
    var structures = new JsonArray();
    for (StructureNumbers structure : numbers.structures()) {
      json(structure, result).ifPresent(structures::add);
    }
    result.add("structures", structures);
    new ResultFile(json).write(result.text(), surroundings().out());
    return ExitCode.of(result.findings());
  }

  /** A structure without cumulative EQD2 is left out; a finding of the numbers says why. */
  private static Optional<JsonObject> json(StructureNumbers structure, JsonResult result) {
    if (structure.cumulative().isEmpty()) {
      return Optional.empty();
    }
    String name = structure.structure().name();
    CumulativeNumbers cumulative = structure.cumulative().get();
    Dvh eqd2 = cumulative.eqd2Dvh();
    var object = new JsonObject();
    object.addProperty("name", name);
    object.addProperty("roiNumber", structure.structure().roiNumber());
    object.addProperty("alphaBetaGy", cumulative.alphaBetaGy());
    var recovery = new JsonObject();
    recovery.addProperty("convention", "NONE");
    object.add("recovery", recovery);
    result.number(object, "eqd2MaxGy", eqd2.maxGy(), name);
    switch (NEAR_MAXIMUM.evaluate(eqd2)) {
      case MetricValue.Defined defined ->
          result.number(object, "eqd2D0_1ccGy", defined.value(), name);
      case MetricValue.Undefined(String reason) ->
          result.findings(List.of(Finding.info(reason, name)));
    }
    result.number(object, "eqd2MeanGy", eqd2.meanGy(), name);
    object.add("courses", JsonResult.texts(cumulative.courses()));
    object.add("missingCourses", JsonResult.texts(cumulative.missingCourses()));
    cumulative
        .typedMaximum()
        .ifPresent(
            typed -> {
              var bound = new JsonObject();
              result.number(bound, "eqd2MaxGy", eqd2.maxGy() + typed.eqd2Gy(), name);
              result.number(bound, "typedEqd2Gy", typed.eqd2Gy(), name);
              bound.add("typedCourses", JsonResult.texts(typed.courses()));
              object.add("upperBound", bound);
            });
    return Optional.of(object);
  }
}
