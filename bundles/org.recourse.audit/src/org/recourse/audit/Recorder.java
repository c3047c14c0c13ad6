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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;

/** Writes records. Thread-safe; it reads files, so it is used in the background. */
public final class Recorder {

  private final String software;
  private final Clock clock;
  private final FileDigests digests;
  private final ModelStamps stamps;

  /**
   * Makes a recorder.
   *
   * @param software name and version of the program
   */
  public Recorder(String software, Clock clock, FileDigests digests) {
    this.software = Objects.requireNonNull(software, "software");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.digests = Objects.requireNonNull(digests, "digests");
    stamps = new ModelStamps(digests);
  }

  /**
   * What is recorded.
   *
   * @param caseFolder folder of the case
   * @param captured the case as it was when the numbers were computed
   * @param numbers what was computed
   * @param settings what a user chose, keys with their units; protocols are added here
   * @param seeds seeds of everything drawn at random
   * @param accepted the accepted proposal; empty for an assessment
   */
  public record Event(
      Path caseFolder,
      CapturedCase captured,
      PlanNumbers numbers,
      Map<String, String> settings,
      List<Long> seeds,
      Optional<AcceptedProposal> accepted) {

    public Event {
      Objects.requireNonNull(caseFolder, "caseFolder");
      Objects.requireNonNull(captured, "captured");
      Objects.requireNonNull(numbers, "numbers");
      settings = Map.copyOf(settings);
      seeds = List.copyOf(seeds);
      Objects.requireNonNull(accepted, "accepted");
    }

    /** An assessment with nothing chosen and nothing drawn at random. */
    public static Event assessment(Path caseFolder, CapturedCase captured, PlanNumbers numbers) {
      return new Event(caseFolder, captured, numbers, Map.of(), List.of(), Optional.empty());
    }
  }

  /**
   * Writes a record and returns its file.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; then
   *     nothing is written
   */
  public Path write(Event event, IProgressMonitor monitor) throws AuditException {
    List<String> files = event.captured().files();
    SubMonitor progress = SubMonitor.convert(monitor, "Recording", files.size() + 1);
    List<InputFile> inputs = new ArrayList<>();
    List<ModelStamp> models;
    Path at = event.caseFolder();
    try {
      for (String name : files) {
        progress.checkCanceled();
        at = event.caseFolder().resolve(name);
        if (Files.isRegularFile(at)) {
          inputs.add(new InputFile(name.replace('\\', '/'), digests.sha256(at)));
        }
        progress.worked(1);
      }
      models = stamps.of(event.numbers());
    } catch (NoSuchFileException e) {
      throw new AuditException(at, "the file vanished while it was recorded.", e);
    } catch (IOException e) {
      throw new AuditException(at, "the digest could not be computed (" + e + ").", e);
    }
    PlanNumbers numbers = event.numbers();
    var settings = new TreeMap<>(event.settings());
    settings.put("protocols", String.join(" ", numbers.snapshot().protocolIds()));
    var record =
        new AuditRecord(
            event.accepted().isPresent()
                ? AuditRecord.Kind.ACCEPTANCE
                : AuditRecord.Kind.ASSESSMENT,
            software,
            clock.instant(),
            numbers.revision(),
            numbers.snapshot().synthetic(),
            AuditRecord.CPU,
            FileDigests.ofText(event.captured().text()),
            inputs,
            models,
            settings,
            event.seeds(),
            NumbersRecord.of(numbers),
            event.accepted());
    return new RecordStore(event.caseFolder()).write(record, event.captured().text());
  }
}
