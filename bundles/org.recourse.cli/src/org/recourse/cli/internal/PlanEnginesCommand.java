/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cli.internal.planning.PlanEngines;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.engine.DoseEngineCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the dose engines that {@code plan --engine} can name. */
@Command(
    name = "engines",
    mixinStandardHelpOptions = true,
    description = "Lists the installed dose engines.")
final class PlanEnginesCommand extends CommandTask {

  private final DoseEngineCatalogue engines;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  PlanEnginesCommand(Surroundings surroundings, DoseEngineCatalogue engines) {
    super(surroundings);
    this.engines = engines;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    var result = new JsonResult("plan-engines", surroundings());
    result.add("engines", PlanEngines.json(engines));
    result.findings(engines.findings());
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    } else {
      surroundings().out().print(PlanEngines.lines(engines));
      surroundings().out().flush();
    }
    return ExitCode.of(result.findings());
  }
}
