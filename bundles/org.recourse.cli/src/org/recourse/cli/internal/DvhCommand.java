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
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.parallel.SliceExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Structure volumes and dose statistics of a case or of a DICOM folder. */
@Command(
    name = "dvh",
    mixinStandardHelpOptions = true,
    description = "Structure volumes and dose statistics.")
final class DvhCommand extends CommandTask {

  @Parameters(
      index = "0",
      paramLabel = "CASE-or-DICOM-DIR",
      description = "Case folder, 'bundled', or a folder with DICOM files.")
  private String input;

  @Option(
      names = "--dose",
      paramLabel = "UID",
      description = "SOP Instance UID of a dose grid, taken as imported; default: the plan's dose.")
  private Optional<String> doseUid = Optional.empty();

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(names = "--csv", paramLabel = "F", description = "CSV result; - is standard output.")
  private Optional<String> csv = Optional.empty();

  DvhCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (json.isEmpty() && csv.isEmpty()) {
      throw new RefusalException("name a result: --json FILE or --csv FILE; - is standard output.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    try (CaseFolder opened =
        CaseFolder.openOrImport(input, surroundings(), executor, progress.split(50))) {
      PlanSnapshot snapshot = PlanSnapshot.of(opened.openCase().patientCase(), 1);
      var computation =
          new NumbersComputation(opened.openCase().voxels(), surroundings().catalogue(), executor);
      progress.setTaskName("Computing dose-volume histograms");
      PlanNumbers numbers = numbers(computation, snapshot, progress.split(45));
      var result = new JsonResult("dvh", surroundings());
      result.findings(opened.findings());
      CaseInputs.add(result, opened, doseUid);
      var table = new DvhTable(numbers, result);
      result.findings(numbers.findings());
      if (json.isPresent()) {
        result.add("structures", table.json());
        new ResultFile(json.get()).write(result.text(), surroundings().out());
      }
      if (csv.isPresent()) {
        new ResultFile(csv.get()).write(table.csv(), surroundings().out());
      }
      return ExitCode.of(result.findings());
    }
  }

  private PlanNumbers numbers(
      NumbersComputation computation, PlanSnapshot snapshot, IProgressMonitor monitor)
      throws RefusalException {
    if (doseUid.isEmpty()) {
      return computation.computePhysical(snapshot, monitor);
    }
    try {
      return computation.computeGrid(snapshot, doseUid.get(), monitor);
    } catch (IllegalArgumentException e) {
      throw new RefusalException(
          "--dose: the case has no dose grid "
              + doseUid.get()
              + "; it has "
              + CaseInputs.doseUids(snapshot),
          e);
    }
  }
}
