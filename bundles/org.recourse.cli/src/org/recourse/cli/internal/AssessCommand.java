/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.audit.AuditException;
import org.recourse.audit.CapturedCase;
import org.recourse.audit.FileDigests;
import org.recourse.audit.InputFile;
import org.recourse.audit.RecordStore;
import org.recourse.audit.Recorder;
import org.recourse.dicom.PersonName;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Patient;
import org.recourse.model.store.CaseStoreException;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.ReportException;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.report.content.CaseReport;
import org.recourse.report.content.ReportRequest;
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

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "F",
      description = "Report with figures; the ending chooses the format: .pdf or .html.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--no-record",
      description =
          "Writes no record. By default a record that 'replay' can compute again is written into"
              + " the folder records of the case.")
  private boolean unrecorded;

  @Option(
      names = "--no-bands",
      description =
          "Leaves out the intervals that follow from the uncertainty of the registrations, which"
              + " take most of the time.")
  private boolean withoutBands;

  private final ReportWriterCatalogue writers;
  private final PlanCheckCatalogue checks;

  AssessCommand(
      Surroundings surroundings, ReportWriterCatalogue writers, PlanCheckCatalogue checks) {
    super(surroundings);
    this.writers = writers;
    this.checks = checks;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    check();
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    var result = new JsonResult("assess", surroundings());
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(20))) {
      CaseInputs.add(result, opened, Optional.empty());
      OpenCase open = opened.openCase();
      var computation =
          new NumbersComputation(
              open.voxels(), surroundings().catalogue(), surroundings().protocols(), executor);
      progress.setTaskName("Computing dose, cumulative EQD2, goals and risks");
      PlanNumbers numbers =
          computation.compute(PlanSnapshot.of(open.patientCase(), 1), progress.split(35));
      result.findings(numbers.findings());
      UncertaintyBands bands = bands(computation, numbers, result, progress.split(15));
      result.findings(checks.check(numbers, progress.split(1)));
      Optional<Path> record =
          unrecorded ? Optional.empty() : record(open, numbers, result, progress.split(10));
      if (json.isPresent()) {
        writeJson(json.get(), numbers, bands, record, result);
      }
      if (report.isPresent()) {
        writeReport(report.get(), open, numbers, record, executor, result, progress.split(20));
      }
    }
    return ExitCode.of(result.findings());
  }

  /** Only the JSON result holds them. */
  private UncertaintyBands bands(
      NumbersComputation computation,
      PlanNumbers numbers,
      JsonResult result,
      IProgressMonitor monitor)
      throws RefusalException {
    if (withoutBands && numbers.snapshot().goalsAtUnfavourableEnd()) {
      throw new RefusalException(
          "--no-bands: the case judges its goals at the unfavourable end of the intervals, so they"
              + " are needed.");
    }
    if (withoutBands || json.isEmpty()) {
      return UncertaintyBands.none(numbers.revision());
    }
    monitor.setTaskName("Computing uncertainty bands");
    UncertaintyBands bands = computation.computeBands(numbers, monitor);
    result.findings(bands.findings());
    return bands;
  }

  private void check() throws RefusalException {
    List<String> installed =
        surroundings().catalogue().models().stream().map(RiskModelEntry::id).toList();
    Optional<String> unknown = models.stream().filter(id -> !installed.contains(id)).findFirst();
    if (unknown.isPresent()) {
      throw new RefusalException(
          "--models: there is no model " + unknown.get() + "; installed are " + installed);
    }
    if (json.isEmpty() && report.isEmpty()) {
      throw new RefusalException("name a result: --json F, or --report F.pdf, or both.");
    }
    if (report.isPresent() && writers.forFile(report.get()).isEmpty()) {
      throw new RefusalException(
          "--report: no installed writer knows the ending of "
              + report.get()
              + "; there are: "
              + String.join(
                  ", ",
                  writers.writers().stream().map(each -> "." + each.fileExtension()).toList()));
    }
  }

  private void writeJson(
      String target,
      PlanNumbers numbers,
      UncertaintyBands bands,
      Optional<Path> record,
      JsonResult result)
      throws RefusalException {
    List<RiskAssessment> risks =
        numbers.risks().stream()
            .filter(risk -> models.isEmpty() || models.contains(risk.model().id()))
            .toList();
    record.ifPresent(file -> result.add("record", new JsonPrimitive(file.toString())));
    result.add("risks", new RisksJson(result, bands).of(risks));
    result.add("goals", GoalsJson.of(numbers, bands));
    result.add("protocols", GoalsJson.ofProtocols(numbers, bands));
    result.add("registrations", BandsJson.registrations(numbers.snapshot()));
    result.add("courses", LedgerJson.of(numbers));
    new ResultFile(target).write(result.text(), surroundings().out());
  }

  /** A case on a read-only disk can be assessed; a finding says that nothing was recorded. */
  private Optional<Path> record(
      OpenCase open, PlanNumbers numbers, JsonResult result, IProgressMonitor monitor)
      throws RefusalException {
    try {
      CapturedCase captured = CapturedCase.of(open.patientCase());
      var recorder =
          new Recorder(surroundings().software(), surroundings().clock(), new FileDigests());
      return Optional.of(
          recorder.write(Recorder.Event.assessment(open.folder(), captured, numbers), monitor));
    } catch (AuditException e) {
      result.findings(
          List.of(Finding.warning("The assessment was not recorded. " + e.getMessage(), input)));
      return Optional.empty();
    } catch (CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private void writeReport(
      Path file,
      OpenCase open,
      PlanNumbers numbers,
      Optional<Path> record,
      SliceExecutor executor,
      JsonResult result,
      IProgressMonitor monitor)
      throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing the report", 10);
    Instant created = surroundings().clock().instant();
    Patient patient = open.patientCase().getPatient();
    String name = patient == null || patient.getName() == null ? "" : patient.getName(); // EMF
    try {
      var request =
          new ReportRequest(
              numbers,
              open.voxels(),
              PersonName.readable(name),
              input,
              surroundings().software(),
              created,
              origins(record),
              List.of(),
              "No proposals were asked for in this run.",
              List.copyOf(result.findings()));
      result.findings(
          writers.write(
              CaseReport.of(request, executor, progress.split(6)), file, progress.split(4)));
    } catch (ReportException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (AuditException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static List<Fact> origins(Optional<Path> record) throws AuditException {
    List<Fact> facts = new ArrayList<>();
    if (record.isEmpty()) {
      facts.add(new Fact("Record", "none was written"));
      return facts;
    }
    facts.add(new Fact("Record", record.get().getFileName().toString()));
    var written = RecordStore.read(record.get());
    facts.add(new Fact("Case, SHA-256", written.caseSha256()));
    written
        .models()
        .forEach(m -> facts.add(new Fact("Model " + m.id() + ", SHA-256", m.checksum())));
    for (InputFile file : InputFile.perFolder(written.inputs())) {
      facts.add(new Fact(file.relativePath() + ", SHA-256", file.sha256()));
    }
    return facts;
  }
}
