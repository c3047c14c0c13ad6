/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.CaseLedgers;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiobiology.conversion.IncompleteRepair;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.risk.ContributedRiskCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ledger of courses and cumulative EQD2 per structure and per voxel. */
@Command(
    name = "accumulate",
    mixinStandardHelpOptions = true,
    description = {
      "Ledger of courses, cumulative EQD2 per voxel and per structure.",
      "The sums are without recovery; where the case names a table for an organ, the discounted"
          + " sum stands beside them."
    })
final class AccumulateCommand extends CommandTask {

  @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
  private String input;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Folder for cumulative EQD2 and its parts (RTDOSE, EFFECTIVE) and the remaining"
              + " dose per fraction (NRRD).")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--repair-half-time",
      paramLabel = "H",
      description =
          "Half-time of repair in hours: adds the sums with incomplete repair between the"
              + " fractions of a day.")
  private Optional<Double> repairHalfTimeHours = Optional.empty();

  @Option(
      names = "--repair-overnight",
      description = "With --repair-half-time: carries what is left over night as well.")
  private boolean overnight;

  @Option(
      names = "--no-bands",
      description =
          "Leaves out the intervals that follow from the uncertainty of the registrations, which"
              + " take most of the time.")
  private boolean withoutBands;

  AccumulateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (json.isEmpty() && folder.isEmpty()) {
      throw new RefusalException(
          "name a result: --json FILE or --to DIR; --json - is standard output.");
    }
    Optional<RepairAssumption.Incomplete> repair = repair();
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    var result = new JsonResult("accumulate", surroundings());
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(30))) {
      PlanSnapshot snapshot = PlanSnapshot.of(opened.openCase().patientCase(), 1);
      CaseInputs.add(result, opened, Optional.empty());
      var computation =
          new NumbersComputation(
              opened.openCase().voxels(),
              new ContributedRiskCatalogue(List.of()),
              surroundings().protocols(),
              executor);
      progress.setTaskName("Computing cumulative EQD2");
      PlanNumbers numbers = computation.compute(snapshot, progress.split(30));
      result.findings(numbers.findings());
      UncertaintyBands bands = UncertaintyBands.none(numbers.revision());
      if (json.isPresent() && !withoutBands) { // volumes do not hold them
        progress.setTaskName("Computing uncertainty bands");
        bands = computation.computeBands(numbers, progress.split(10));
        result.findings(bands.findings());
      }
      result.add("registrations", BandsJson.registrations(snapshot));
      result.add("courses", LedgerJson.of(numbers));
      var ledgers = new CaseLedgers(opened.openCase().voxels(), executor);
      Optional<RepairedSums> repaired =
          repair.map(assumed -> new RepairedSums(numbers, ledgers, assumed, result));
      var structures = new LedgerStructuresJson(numbers, bands, result, repaired);
      result.add("structures", structures.json(progress.split(10)));
      if (folder.isPresent()) {
        var maps = new Eqd2Maps(opened.openCase().voxels(), executor);
        var created = LocalDateTime.now(surroundings().clock());
        var volumes = new LedgerVolumes(opened.openCase(), numbers, result, created);
        progress.setTaskName("Writing volumes");
        result.add("volumes", volumes.write(folder.get(), maps, progress.split(30)));
      }
    }
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    }
    return ExitCode.of(result.findings());
  }

  private Optional<RepairAssumption.Incomplete> repair() throws RefusalException {
    if (repairHalfTimeHours.isEmpty()) {
      if (overnight) {
        throw new RefusalException("--repair-overnight needs --repair-half-time HOURS.");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RepairAssumption.Incomplete(
              repairHalfTimeHours.get(),
              overnight
                  ? IncompleteRepair.Variant.WITH_OVERNIGHT_REMAINDER
                  : IncompleteRepair.Variant.WITHIN_DAY));
    } catch (IllegalArgumentException e) {
      throw new RefusalException("--repair-half-time: " + e.getMessage() + ".", e);
    }
  }
}
