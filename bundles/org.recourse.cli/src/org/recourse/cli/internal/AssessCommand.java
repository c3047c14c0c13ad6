/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every installed risk model on a case, with goals and ledger. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = "Every installed risk model on the case, with goals and ledger of courses.")
final class AssessCommand extends CommandTask {

  @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
  private String input;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "ID",
      description = "Only these models; default: all. See 'models list'.")
  private List<String> models = List.of();

  @Option(
      names = "--json",
      required = true,
      paramLabel = "F",
      description = "JSON result; - is standard output.")
  private String json;

  AssessCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    List<String> installed =
        surroundings().catalogue().models().stream().map(RiskModelEntry::id).toList();
    Optional<String> unknown = models.stream().filter(id -> !installed.contains(id)).findFirst();
    if (unknown.isPresent()) {
      throw new RefusalException(
          "--models: there is no model " + unknown.get() + "; installed are " + installed);
    }
    var result = new JsonResult("assess", surroundings());
    CaseNumbers.Computed computed =
        CaseNumbers.compute(
            input, surroundings().catalogue(), surroundings(), result, executor, monitor);
    PlanNumbers numbers = computed.numbers();
    List<RiskAssessment> risks =
        numbers.risks().stream()
            .filter(risk -> models.isEmpty() || models.contains(risk.model().id()))
            .toList();
    result.add("risks", new RisksJson(result, computed.bands()).of(risks));
    result.add("goals", GoalsJson.of(numbers, computed.bands()));
    result.add("protocols", GoalsJson.ofProtocols(numbers, computed.bands()));
    result.add("registrations", BandsJson.registrations(numbers.snapshot()));
    result.add("courses", LedgerJson.of(numbers));
    new ResultFile(json).write(result.text(), surroundings().out());
    return ExitCode.of(result.findings());
  }
}
