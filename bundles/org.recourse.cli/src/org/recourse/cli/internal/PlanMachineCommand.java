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
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.commissioning.MachineFit;
import org.recourse.planning.commissioning.MachineValidation;
import org.recourse.planning.commissioning.MeasuredBeam;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits a machine to measurements and compares a machine with measurements. */
@Command(
    name = "machine",
    mixinStandardHelpOptions = true,
    description = {
      "Compares a machine with water tank measurements: depth doses and profiles with the gamma",
      "index (2 %%, 2 mm, global), and output factors. With --fit the machine is made from the",
      "measurements first."
    })
final class PlanMachineCommand extends CommandTask {

  @Option(
      names = "--machine",
      paramLabel = "F",
      description = "Machine, JSON (recourse/photon-machine/1); default: generic 6 MV.")
  private Optional<Path> machine = Optional.empty();

  @Option(
      names = "--measured",
      paramLabel = "F",
      description = "Measurements, JSON (recourse/beam-data/1); default: those of generic 6 MV.")
  private Optional<Path> measured = Optional.empty();

  @Option(
      names = "--fit",
      paramLabel = "OUT",
      description = "Fits a machine to the measurements and writes it as a machine file.")
  private Optional<String> fit = Optional.empty();

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(names = "--report", paramLabel = "F.md", description = "The same as a table (Markdown).")
  private Optional<String> report = Optional.empty();

  PlanMachineCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (machine.isPresent() && fit.isPresent()) {
      throw new RefusalException(
          "--machine compares a machine, --fit makes one; name one of both.");
    }
    var result = new JsonResult("plan-machine", surroundings());
    try {
      MeasuredBeam beam =
          measured.isPresent()
              ? MeasuredBeam.read(text(measured.get(), result))
              : MeasuredBeam.generic6Mv();
      monitor.subTask(fit.isPresent() ? "Fitting" : "Comparing");
      PhotonMachine used = machine(beam, result);
      MachineValidation.Report found = MachineValidation.compare(used, beam, executor);
      if (fit.isPresent()) {
        new ResultFile(fit.get()).write(MachineFile.write(used), surroundings().out());
      }
      add(result, used, beam, found);
      if (report.isPresent()) {
        new ResultFile(report.get()).write(markdown(used, beam, found), surroundings().out());
      }
    } catch (PlanningFileException | IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    }
    return ExitCode.of(result.findings());
  }

  private PhotonMachine machine(MeasuredBeam beam, JsonResult result)
      throws RefusalException, PlanningFileException {
    if (fit.isPresent()) {
      return MachineFit.standard().fit("fitted." + beam.title(), beam.title(), beam);
    }
    return machine.isPresent()
        ? MachineFile.read(text(machine.get(), result))
        : MachineFile.generic6Mv();
  }

  private static String text(Path file, JsonResult result) throws RefusalException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      result.inputFile(file);
      return text;
    } catch (IOException e) {
      throw new RefusalException(file + " cannot be read: " + e, e);
    }
  }

  private static void add(
      JsonResult result,
      PhotonMachine machine,
      MeasuredBeam beam,
      MachineValidation.Report report) {
    result.add("machineId", new JsonPrimitive(machine.id()));
    result.add("measurements", new JsonPrimitive(beam.title()));
    result.add("measurementsSource", new JsonPrimitive(beam.source()));
    var scans = new JsonArray();
    for (MachineValidation.ScanResult scan : report.scans()) {
      var one = new JsonObject();
      one.addProperty("scan", scan.scan().title());
      one.addProperty("partOfFit", scan.scan().use() == MeasuredBeam.Use.FIT);
      one.addProperty("greatestDifferencePercent", scan.greatestPercent());
      one.addProperty("greatestGamma", scan.greatestGamma());
      one.addProperty("gammaPassPercent", scan.gammaPassPercent());
      scans.add(one);
    }
    result.add("scans", scans);
    var factors = new JsonArray();
    for (MachineValidation.FactorResult factor : report.factors()) {
      var one = new JsonObject();
      one.addProperty("fieldSideMm", factor.fieldSideMm());
      one.addProperty("measuredFactor", factor.measured());
      one.addProperty("calculatedFactor", factor.calculated());
      factors.add(one);
    }
    result.add("outputFactors", factors);
    result.add("passed", new JsonPrimitive(report.passed()));
    if (!report.passed()) {
      result.findings(
          List.of(
              Finding.warning(
                  "The machine does not agree with the measurements within 2 % or 2 mm; do not plan"
                      + " with it.",
                  machine.id())));
    }
  }

  private static String markdown(
      PhotonMachine machine, MeasuredBeam beam, MachineValidation.Report report) {
    return "# %s against %s%n%n%s%n%n%s"
        .formatted(machine.title(), beam.title(), beam.source(), report.markdown())
        .replace(System.lineSeparator(), "\n");
  }
}
