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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.audit.Recorder;
import org.recourse.dicom.PersonName;
import org.recourse.model.Patient;
import org.recourse.model.store.CaseStoreException;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.report.ReportWriterContribution;
import org.recourse.report.content.ConsideredProposal;
import org.recourse.ui.session.CaseSession;

/** Asks for the file of a report and starts the job that writes it. Stateless, UI thread only. */
final class Reporting {

  private Reporting() {}

  /** Asks for a file; empty if the user thinks better of it. */
  static Optional<Path> askForFile(Shell shell) {
    List<ReportWriterContribution> writers =
        Services.find(ReportWriterCatalogue.class)
            .map(ReportWriterCatalogue::writers)
            .orElse(List.of());
    var dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Write a report");
    dialog.setFilterNames(writers.stream().map(w -> w.title()).toArray(String[]::new));
    dialog.setFilterExtensions(
        writers.stream().map(w -> "*." + w.fileExtension()).toArray(String[]::new));
    dialog.setFileName("report.pdf");
    dialog.setOverwrite(true);
    return Optional.ofNullable(dialog.open()).map(Path::of);
  }

  /** Starts to write; what is written is captured before this returns. */
  static void write(
      Path file,
      CaseSession open,
      PlanNumbers numbers,
      List<ConsideredProposal> proposals,
      Recorder recorder) {
    Optional<ReportWriterCatalogue> writers = Services.find(ReportWriterCatalogue.class);
    if (writers.isEmpty()) {
      say("This installation has no writers of reports.");
      return;
    }
    Patient patient = open.patientCase().getPatient();
    String name = patient == null || patient.getName() == null ? "" : patient.getName(); // EMF
    try {
      var request =
          new ReportJob.Request(
              file,
              numbers,
              open.openCase().voxels(),
              Recording.event(open, numbers, Optional.empty()),
              PersonName.readable(name),
              proposals,
              Stream.concat(
                      open.openingFindings().stream(), open.viewing().planCheckFindings().stream())
                  .toList(),
              open.executor());
      new ReportJob(writers.get(), recorder, request).schedule();
    } catch (CaseStoreException e) {
      say(e.getMessage());
    }
  }

  static void say(String sentence) {
    StatusManager.getManager()
        .handle(Status.info(sentence), StatusManager.SHOW | StatusManager.LOG);
  }
}
