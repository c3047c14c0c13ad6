/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.TwoCourseCase;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ModelFactory;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;

class PlanWatchTest {

  private static final double FLOAT_STEP_GY = 1e-5;

  private final SliceExecutor executor = SliceExecutor.ofThreads(1);
  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final EditingDomain domain = CaseEditing.newDomain(twoCourses.patientCase());
  private final Recorder recorder = new Recorder();
  private final Queue<Runnable> model = new ArrayDeque<>();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private PlanWatch watch;

  @BeforeEach
  void start() {
    watch = watching(ContributedRiskCatalogue.of(List.of(), "none"));
  }

  private PlanWatch watching(RiskCatalogue catalogue) {
    var computation = new NumbersComputation(twoCourses.voxels(), catalogue, executor);
    var made =
        new PlanWatch(
            twoCourses.patientCase(),
            computation,
            new WatchThreads(model::add, background::add, Runnable::run));
    made.addListener(recorder);
    made.start();
    return made;
  }

  @AfterEach
  void close() {
    watch.close();
    executor.close();
  }

  @Test
  void theFirstNumbersComeWithoutAnEdit() {
    assertTrue(watch.isStale());

    runAll();

    assertEquals(List.of(1L), recorder.revisions());
    assertFalse(watch.isStale());
    assertEquals(60, cordMeanGy(), FLOAT_STEP_GY);
  }

  @Test
  void numbersFollowAnEditAndItsUndo() {
    runAll();
    domain
        .getCommandStack()
        .execute(PlanEdits.setBeamWeight(domain, twoCourses.plan().getBeams().get(0), 0.5));
    assertTrue(watch.isStale());
    runAll();
    assertEquals(45, cordMeanGy(), FLOAT_STEP_GY);

    domain.getCommandStack().undo();
    runAll();

    assertEquals(60, cordMeanGy(), FLOAT_STEP_GY);
    assertEquals(
        recorder.numbers.get(0).structures().get(0).physicalDvh().orElseThrow().meanGy(),
        recorder.numbers.get(2).structures().get(0).physicalDvh().orElseThrow().meanGy());
    assertTrue(recorder.stale.size() >= 3);
  }

  @Test
  void manyEditsBeforeTheModelThreadIsFreeGiveOneComputation() {
    runAll();
    twoCourses.plan().setNormalisationPercent(90);
    twoCourses.plan().setNormalisationPercent(95);
    twoCourses.plan().setNormalisationPercent(50);

    runAll();

    assertEquals(List.of(1L, 4L), recorder.revisions());
    assertEquals(30, cordMeanGy(), FLOAT_STEP_GY);
  }

  @Test
  void anEditSupersedesTheComputationUnderWay() {
    runAll();
    twoCourses.plan().setNormalisationPercent(90);
    run(model); // captured, now it waits for the background
    twoCourses.plan().setNormalisationPercent(50);
    run(model);
    runAll();

    assertEquals(List.of(1L, 3L), recorder.revisions());
  }

  @Test
  void anEditCancelsTheMonitorOfTheComputationUnderWay() {
    watch.close();
    var editing = new EditingCatalogue(() -> twoCourses.plan().setNormalisationPercent(50));
    watch = watching(editing);

    runAll();

    assertTrue(editing.wasCancelled);
    assertEquals(30, cordMeanGy(), FLOAT_STEP_GY);
    assertEquals(List.of(2L), recorder.revisions());
  }

  @Test
  void recordKeepingIsNoEdit() {
    runAll();

    twoCourses.patientCase().getAudit().add(ModelFactory.eINSTANCE.createAuditEntry());
    twoCourses.patientCase().getAssessments().add(ModelFactory.eINSTANCE.createAssessment());
    twoCourses.patientCase().getAudit().get(0).setText("looked at");

    assertFalse(watch.isStale());
  }

  @Test
  void saysNothingAfterClosing() {
    runAll();
    twoCourses.plan().setNormalisationPercent(50);
    watch.close();
    runAll();
    twoCourses.plan().setNormalisationPercent(40);
    runAll();

    assertEquals(1, recorder.numbers.size());
  }

  @Test
  void aDefectIsReportedAndTheNextEditWorks() {
    watch.close();
    var editing =
        new EditingCatalogue(
            () -> {
              throw new IllegalStateException("a defect");
            });
    watch = watching(editing);
    runAll();
    assertEquals(1, recorder.failures.size());

    twoCourses.plan().setNormalisationPercent(50);
    runAll();

    assertEquals(30, cordMeanGy(), FLOAT_STEP_GY);
  }

  private double cordMeanGy() {
    return watch
        .latest()
        .orElseThrow()
        .structure("SpinalCord")
        .orElseThrow()
        .physicalDvh()
        .orElseThrow()
        .meanGy();
  }

  private void runAll() {
    while (!model.isEmpty() || !background.isEmpty()) {
      run(model);
      run(background);
    }
  }

  private static void run(Queue<Runnable> tasks) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Test
  void theBandsFollowTheNumbersOfTheSameRevision() {
    runAll();

    assertEquals(recorder.revisions(), recorder.bands);
    assertEquals(watch.revision(), watch.latestBands().orElseThrow().revision());
    assertFalse(watch.latestBands().orElseThrow().structures().isEmpty());
  }

  /** An edit while bands are computed makes them stale: the old ones stay until the new come. */
  @Test
  void anEditLeavesTheOldBandsUntilTheNewAreThere() {
    runAll();
    long before = watch.latestBands().orElseThrow().revision();

    twoCourses.patientCase().getRegistrations().getFirst().setUncertaintyMm(1);

    assertEquals(before, watch.latestBands().orElseThrow().revision());
    assertTrue(watch.isStale());
    runAll();
    assertEquals(watch.revision(), watch.latestBands().orElseThrow().revision());
  }

  /** Does something once in the middle of a computation. */
  private static final class EditingCatalogue implements RiskCatalogue {

    private final Runnable inTheMiddle;
    private boolean done;
    private boolean wasCancelled;

    EditingCatalogue(Runnable inTheMiddle) {
      this.inTheMiddle = inTheMiddle;
    }

    @Override
    public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
      if (!done) {
        done = true;
        inTheMiddle.run();
        wasCancelled = monitor.isCanceled();
        throw new OperationCanceledException();
      }
      return List.of();
    }

    @Override
    public List<RiskModelEntry> models() {
      return List.of();
    }

    @Override
    public Optional<RiskModelDescription> description(String modelId) {
      return Optional.empty();
    }

    @Override
    public RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor) {
      throw new IllegalArgumentException(modelId);
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }
  }

  private static final class Recorder implements PlanWatchListener {

    private final List<Long> stale = new ArrayList<>();
    private final List<PlanNumbers> numbers = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final List<Long> bands = new ArrayList<>();

    List<Long> revisions() {
      return numbers.stream().map(PlanNumbers::revision).toList();
    }

    @Override
    public void onStale(long revision) {
      stale.add(revision);
    }

    @Override
    public void onBands(UncertaintyBands newest) {
      bands.add(newest.revision());
    }

    @Override
    public void onNumbers(PlanNumbers newest) {
      numbers.add(newest);
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      failures.add(cause);
    }
  }
}
