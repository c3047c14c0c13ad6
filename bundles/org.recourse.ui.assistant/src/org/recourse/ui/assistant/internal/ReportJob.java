/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.audit.AuditException;
import org.recourse.audit.InputFile;
import org.recourse.audit.RecordStore;
import org.recourse.audit.Recorder;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.ReportException;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.report.content.CaseReport;
import org.recourse.report.content.ConsideredProposal;
import org.recourse.report.content.ReportRequest;

/** Records what is reported and writes the report, off the UI thread. */
final class ReportJob extends Job {

  /**
   * What is written; captured on the UI thread.
   *
   * @param numbers numbers of the plan as it is
   * @param event what is recorded with the report
   * @param patientName as people read it
   * @param proposals what became of the proposals of this session
   * @param findings what the opening of the case found
   */
  record Request(
      Path file,
      PlanNumbers numbers,
      CaseVoxels voxels,
      Recorder.Event event,
      String patientName,
      List<ConsideredProposal> proposals,
      List<Finding> findings,
      SliceExecutor executor) {

    Request {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(numbers, "numbers");
      Objects.requireNonNull(event, "event");
      proposals = List.copyOf(proposals);
      findings = List.copyOf(findings);
    }
  }

  private final ReportWriterCatalogue writers;
  private final Recorder recorder;
  private final Request request;

  ReportJob(ReportWriterCatalogue writers, Recorder recorder, Request request) {
    super("Writing " + request.file().getFileName());
    this.writers = writers;
    this.recorder = recorder;
    this.request = request;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), 10);
    try {
      List<Fact> origins = new ArrayList<>();
      Optional<String> unrecorded = record(origins, progress.split(2));
      unrecorded.ifPresent(sentence -> origins.add(new Fact("Record", sentence)));
      Instant created = Instant.now();
      var content =
          CaseReport.of(
              new ReportRequest(
                  request.numbers(),
                  request.voxels(),
                  request.patientName(),
                  request.event().caseFolder().getFileName().toString(),
                  Services.software(),
                  created,
                  origins,
                  request.proposals(),
                  "No proposals were searched for in this session.",
                  request.findings()),
              request.executor(),
              progress.split(5));
      writers.write(content, request.file(), progress.split(3));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (ReportException e) {
      return Status.error(e.getMessage(), e);
    }
  }

  /** Without a record the report is still written, and says so. */
  private Optional<String> record(List<Fact> origins, IProgressMonitor monitor) {
    try {
      Path record = recorder.write(request.event(), monitor);
      var written = RecordStore.read(record);
      origins.add(new Fact("Record", record.getFileName().toString()));
      origins.add(new Fact("Case, SHA-256", written.caseSha256()));
      written
          .models()
          .forEach(m -> origins.add(new Fact("Model " + m.id() + ", SHA-256", m.checksum())));
      for (InputFile file : InputFile.perFolder(written.inputs())) {
        origins.add(new Fact(file.relativePath() + ", SHA-256", file.sha256()));
      }
      return Optional.empty();
    } catch (AuditException e) {
      return Optional.of("none was written. " + e.getMessage());
    }
  }
}
