/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.risk.RiskCatalogue;

/**
 * Computes recorded assessments again and compares every number. The case is taken as it was, from
 * beside the record; images, structures and doses from the case folder, after their digests were
 * checked. Not thread-safe: voxels of the last case folder are kept from record to record.
 */
public final class Replay {

  private final RiskCatalogue catalogue;
  private final ProtocolCatalogue protocols;
  private final SliceExecutor executor;
  private final String software;
  private final FileDigests digests = new FileDigests();
  private final ModelStamps stamps = new ModelStamps(digests);

  /** Voxels that were read and what was derived from them. */
  private record Kept(Path folder, List<InputFile> inputs, NumbersComputation computation) {}

  private Kept kept; // null before the first record

  /**
   * Makes a replay.
   *
   * @param software name and version of this program
   */
  public Replay(
      RiskCatalogue catalogue,
      ProtocolCatalogue protocols,
      SliceExecutor executor,
      String software) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.protocols = Objects.requireNonNull(protocols, "protocols");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.software = Objects.requireNonNull(software, "software");
  }

  /**
   * Computes one record again.
   *
   * @throws AuditException if the record or the case beside it cannot be read
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public ReplayedRecord replay(Path file, IProgressMonitor monitor) throws AuditException {
    SubMonitor progress = SubMonitor.convert(monitor, "Replaying " + file.getFileName(), 10);
    AuditRecord record = RecordStore.read(file);
    Path folder = RecordStore.caseFolderOf(file);
    List<Finding> findings = new ArrayList<>();
    if (!record.software().equals(software)) {
      findings.add(
          Finding.info(
              "It was recorded by " + record.software() + " and replayed by " + software + ".",
              file.getFileName().toString()));
    }
    checkInputs(folder, record, findings);
    OpenCase open = open(file, folder, record);
    PlanSnapshot snapshot = PlanSnapshot.of(open.patientCase(), record.revision());
    progress.worked(1);
    PlanNumbers numbers = computation(folder, record, open).compute(snapshot, progress.split(9));
    checkModels(file, record, numbers, findings);
    RecordedNumbers now = NumbersRecord.of(numbers);
    RecordedNumbers recorded = EarlierIntervals.widened(record.numbers());
    if (!recorded.equals(record.numbers())) {
      findings.add(
          Finding.info(
              "An interval in it does not hold the number beside it, as earlier versions wrote it;"
                  + " it was compared after it was widened to hold it.",
              file.getFileName().toString()));
    }
    return new ReplayedRecord(
        file,
        record,
        recorded.numberByKey().size() + recorded.textByKey().size(),
        Comparison.differences(recorded, now, record.device()),
        findings);
  }

  private NumbersComputation computation(Path folder, AuditRecord record, OpenCase open) {
    if (kept == null || !kept.folder().equals(folder) || !kept.inputs().equals(record.inputs())) {
      kept =
          new Kept(
              folder,
              record.inputs(),
              new NumbersComputation(open.voxels(), catalogue, protocols, executor));
    }
    return kept.computation();
  }

  private OpenCase open(Path file, Path folder, AuditRecord record) throws AuditException {
    Path state = RecordStore.caseStateOf(file, record);
    try {
      if (!digests.sha256(state).equals(record.caseSha256())) {
        throw new AuditException(state, "the recorded case was changed; it cannot be replayed.");
      }
      PatientCase patientCase = new CaseStore().loadFile(state);
      return OpenCase.of(folder, patientCase, executor);
    } catch (CaseStoreException e) {
      throw new AuditException(state, e.getMessage(), e);
    } catch (IOException e) {
      throw new AuditException(
          state, "the case as it was is missing, so the record cannot be replayed.", e);
    }
  }

  private void checkInputs(Path folder, AuditRecord record, List<Finding> findings)
      throws AuditException {
    for (InputFile input : record.inputs()) {
      Path file = folder.resolve(input.relativePath());
      try {
        if (!Files.isRegularFile(file)) {
          findings.add(Finding.error("The file is missing.", input.relativePath()));
        } else if (!digests.sha256(file).equals(input.sha256())) {
          findings.add(
              Finding.error("The file is not the one that was recorded.", input.relativePath()));
        }
      } catch (IOException e) {
        throw new AuditException(file, "the digest could not be computed (" + e + ").", e);
      }
    }
  }

  private void checkModels(
      Path file, AuditRecord record, PlanNumbers numbers, List<Finding> findings)
      throws AuditException {
    try {
      Map<String, ModelStamp> now =
          stamps.of(numbers).stream().collect(Collectors.toMap(ModelStamp::id, stamp -> stamp));
      for (ModelStamp recorded : record.models()) {
        ModelStamp present = now.get(recorded.id());
        if (present == null) {
          findings.add(Finding.error("The model is not installed here.", recorded.id()));
        } else if (!present.equals(recorded)) {
          findings.add(Finding.error("The model is not the one that was recorded.", recorded.id()));
        }
      }
    } catch (IOException e) {
      throw new AuditException(file, "a model package cannot be read (" + e + ").", e);
    }
  }
}
