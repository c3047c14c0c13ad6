/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.Plan;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/** Records of the bundled case, computed again from the files. */
class ReplayTest {

  /** A hundred where time allows; a few show the same. */
  private static final int RECORDS = Boolean.getBoolean("recourse.full") ? 100 : 5;

  private static final String SOFTWARE = "ReCourse test";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir static Path folder;

  private static SliceExecutor executor;
  private static RiskCatalogue catalogue;
  private static Path caseFolder;
  private static OpenCase open;
  private static NumbersComputation computation;

  @BeforeAll
  static void start() throws Exception {
    executor = SliceExecutor.ofAllCores();
    catalogue = ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk");
    caseFolder = BundledCase.ensure(folder, executor, new NullProgressMonitor());
    open = OpenCase.load(caseFolder, new CaseStore(), executor);
    computation = new NumbersComputation(open.voxels(), catalogue, executor);
  }

  @AfterAll
  static void stop() {
    executor.close();
  }

  @Test
  void everyNumberOfEveryRecordAgrees() throws Exception {
    var random = new Random(9);
    List<Beam> beams = plan().getBeams();
    for (int i = 0; i < RECORDS; i++) {
      beams.get(random.nextInt(beams.size())).setWeight(0.5 + random.nextDouble());
      record(i, Optional.empty());
    }
    beams.forEach(beam -> beam.setWeight(1)); // a later edit does not change what is replayed

    var replay = new Replay(catalogue, ProtocolCatalogue.NONE, executor, SOFTWARE);
    List<Path> records = new RecordStore(caseFolder).records();

    assertTrue(records.size() >= RECORDS);
    for (Path file : records) {
      ReplayedRecord replayed = replay.replay(file, new NullProgressMonitor());
      assertEquals(List.of(), replayed.differences(), file.toString());
      assertEquals(List.of(), replayed.findings());
      assertTrue(replayed.compared() > 300, "numbers compared: " + replayed.compared());
    }
  }

  @Test
  void aChangedNumberIsNamed() throws Exception {
    Path file = record(1, Optional.empty());
    String key = "risks/org.recourse.risk.temporalLobe.lyman";
    AuditRecord record = RecordStore.read(file);
    String changed =
        record.numbers().numberByKey().keySet().stream()
            .filter(each -> each.endsWith("Brainstem/physical/dMeanGy"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(key));
    double value = record.numbers().numberByKey().get(changed);
    String text = Files.readString(file);
    Path other = file.resolveSibling("changed.json");
    Files.writeString(
        other,
        text.replace(
            "\"" + changed + "\": " + value, "\"" + changed + "\": " + Math.nextUp(value)));

    ReplayedRecord replayed =
        new Replay(catalogue, ProtocolCatalogue.NONE, executor, SOFTWARE)
            .replay(other, new NullProgressMonitor());
    Files.delete(other);

    assertFalse(replayed.agrees());
    assertEquals(
        List.of(changed),
        replayed.differences().stream().map(ReplayedRecord.Difference::key).toList());
  }

  /** As earlier versions wrote it; widening does not hide that it is not the interval of today. */
  @Test
  void anIntervalBesideItsNumberIsWidenedAndCompared() throws Exception {
    Path file = record(1, Optional.empty());
    String prefix = "risks/org.recourse.risk.temporalLobe.lyman/";
    Map<String, Double> numbers = RecordStore.read(file).numbers().numberByKey();
    String text = Files.readString(file);
    Path other = file.resolveSibling("earlier.json");
    String key = "\"" + prefix + "interval95Lower\": ";
    String lower = key + numbers.get(prefix + "interval95Lower");
    assertTrue(text.contains(lower), text);
    double beside =
        0.5 * (numbers.get(prefix + "probability") + numbers.get(prefix + "interval95Upper"));

    Files.writeString(other, text.replace(lower, key + beside));
    ReplayedRecord replayed =
        new Replay(catalogue, ProtocolCatalogue.NONE, executor, SOFTWARE)
            .replay(other, new NullProgressMonitor());
    Files.delete(other);

    assertEquals(
        List.of(prefix + "interval95Lower"),
        replayed.differences().stream().map(ReplayedRecord.Difference::key).toList());
    assertEquals(
        numbers.get(prefix + "probability"),
        replayed.differences().getFirst().recorded().orElseThrow());
    assertTrue(replayed.findings().getFirst().text().contains("widened to hold it"));
  }

  @Test
  void aChangedFileIsNamed() throws Exception {
    Path copy = folder.resolve("copy");
    copy(caseFolder, copy);
    OpenCase opened = OpenCase.load(copy, new CaseStore(), executor);
    Path file = write(copy, opened, 1, Optional.empty());
    InputFile input = RecordStore.read(file).inputs().getFirst();
    Path changed = copy.resolve(input.relativePath());
    byte[] bytes = Files.readAllBytes(changed);
    bytes[0] ^= 1; // the preamble of a DICOM file, which no reader looks at
    Files.write(changed, bytes);

    ReplayedRecord replayed =
        new Replay(catalogue, ProtocolCatalogue.NONE, executor, SOFTWARE)
            .replay(file, new NullProgressMonitor());

    assertTrue(replayed.agrees());
    assertEquals(
        List.of(input.relativePath()),
        replayed.findings().stream().map(finding -> finding.affected()).toList());
  }

  @Test
  void anAcceptanceKeepsItsProposal() throws Exception {
    var accepted =
        new AcceptedProposal(
            "p1",
            "beamWeights",
            "Beam 3 from 1.00 to 0.80",
            List.of("PTV D95 97.0 % is at least 95 %."),
            Map.of("deltaProbability", -0.03));

    AuditRecord record = RecordStore.read(record(7, Optional.of(accepted)));

    assertEquals(AuditRecord.Kind.ACCEPTANCE, record.kind());
    assertEquals(Optional.of(accepted), record.accepted());
    assertEquals(7, record.revision());
  }

  @Test
  void aDamagedRecordIsRefusedWithItsName() throws Exception {
    Path file = folder.resolve("damaged.json");
    Files.writeString(file, "{\"schema\":\"recourse/record/1\"}");

    AuditException refusal = assertThrows(AuditException.class, () -> RecordStore.read(file));

    assertTrue(refusal.getMessage().contains("damaged.json"));
    Files.writeString(file, "[]");
    assertThrows(AuditException.class, () -> RecordStore.read(file));
  }

  @Test
  void stopsWhenCancelledAndWritesNothing() throws Exception {
    int before = new RecordStore(caseFolder).records().size();
    PlanNumbers numbers = numbers(open, 1);
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var event = Recorder.Event.assessment(caseFolder, CapturedCase.of(open.patientCase()), numbers);

    assertThrows(
        OperationCanceledException.class,
        () -> new Recorder(SOFTWARE, CLOCK, new FileDigests()).write(event, monitor));

    assertEquals(before, new RecordStore(caseFolder).records().size());
  }

  private static Path record(long revision, Optional<AcceptedProposal> accepted) throws Exception {
    return write(caseFolder, open, revision, accepted);
  }

  private static Path write(
      Path target, OpenCase opened, long revision, Optional<AcceptedProposal> accepted)
      throws Exception {
    var event =
        new Recorder.Event(
            target,
            CapturedCase.of(opened.patientCase()),
            numbers(opened, revision),
            Map.of(),
            List.of(),
            accepted);
    return new Recorder(SOFTWARE, CLOCK, new FileDigests()).write(event, new NullProgressMonitor());
  }

  private static PlanNumbers numbers(OpenCase opened, long revision) {
    return computation.compute(
        PlanSnapshot.of(opened.patientCase(), revision), new NullProgressMonitor());
  }

  private static Plan plan() {
    return open.patientCase().getCourses().stream()
        .map(Course::getPlans)
        .filter(plans -> !plans.isEmpty())
        .reduce((first, last) -> last)
        .orElseThrow()
        .getFirst();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
