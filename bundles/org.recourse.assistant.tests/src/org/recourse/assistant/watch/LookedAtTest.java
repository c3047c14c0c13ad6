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
import static org.recourse.assistant.numbers.DerivedNumber.BANDS;
import static org.recourse.assistant.numbers.DerivedNumber.CLOSED_FORM_RISKS;
import static org.recourse.assistant.numbers.DerivedNumber.GOALS;
import static org.recourse.assistant.numbers.DerivedNumber.GRADIENTS;
import static org.recourse.assistant.numbers.DerivedNumber.HISTOGRAMS;
import static org.recourse.assistant.numbers.DerivedNumber.NETWORK_RISKS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.numbers.TwoCourseCase;
import org.recourse.grid.parallel.SliceExecutor;

/** What is looked at comes first, and the newest edit wins, with models that write it down. */
class LookedAtTest {

  private final SliceExecutor executor = SliceExecutor.ofThreads(1);
  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final FakeModels models = new FakeModels();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Told told = new Told();
  private final PlanWatch watch =
      new PlanWatch(
          twoCourses.patientCase(),
          new NumbersComputation(twoCourses.voxels(), models, executor),
          new WatchThreads(Runnable::run, background::add, Runnable::run));
  private Interest interest;

  @BeforeEach
  void start() {
    interest = watch.newInterest();
    watch.addListener(told);
    watch.start();
    runAll();
    models.asked();
    told.events.clear();
  }

  @AfterEach
  void close() {
    watch.close();
    executor.close();
  }

  private void edit(double normalisationPercent) {
    twoCourses.plan().setNormalisationPercent(normalisationPercent);
  }

  private void runAll() {
    for (Runnable task = background.poll(); task != null; task = background.poll()) {
      task.run();
    }
  }

  @Test
  void formulasComeFirstBesideHistograms() {
    interest.lookAt(Set.of(HISTOGRAMS, GOALS, CLOSED_FORM_RISKS, NETWORK_RISKS));
    edit(90);
    runAll();

    assertEquals(List.of(FakeModels.FORMULA, FakeModels.NETWORK), models.asked());
  }

  @Test
  void networksComeFirstWhereOnlyRisksAreSeen() {
    interest.lookAt(Set.of(CLOSED_FORM_RISKS, NETWORK_RISKS));
    edit(90);
    runAll();

    assertEquals(List.of(FakeModels.NETWORK, FakeModels.FORMULA), models.asked());
    NumbersSoFar first =
        told.parts.stream()
            .filter(part -> part.known().contains(NETWORK_RISKS))
            .findFirst()
            .orElseThrow();
    assertFalse(first.known().contains(HISTOGRAMS));
  }

  @Test
  void aGradientIsComputedOnlyWhileItsOverlayIsOn() {
    edit(90);
    runAll();
    assertFalse(models.asked().contains(FakeModels.GRADIENT));

    interest.lookAt(Set.of(GRADIENTS));
    runAll();
    assertEquals(List.of(FakeModels.GRADIENT), models.asked()); // and nothing else again
    assertTrue(watch.shown().isCurrent(GRADIENTS));
    assertEquals(watch.revision(), watch.shown().gradient().orElseThrow().revision());

    edit(80);
    assertFalse(watch.shown().isCurrent(GRADIENTS));
    runAll();
    assertEquals(
        List.of(FakeModels.NETWORK, FakeModels.GRADIENT, FakeModels.FORMULA), models.asked());
    assertTrue(watch.shown().isCurrent(GRADIENTS));

    interest.lookAt(Set.of());
    edit(70);
    runAll();
    assertFalse(models.asked().contains(FakeModels.GRADIENT));
    assertFalse(watch.shown().isCurrent(GRADIENTS));
  }

  @Test
  void intervalsAreComputedOnlyWhileTheyAreSeen() {
    edit(90);
    runAll();
    assertFalse(told.events.contains("bands 2"));

    interest.lookAt(Set.of(BANDS));
    runAll();

    assertTrue(told.events.contains("bands 2"));
  }

  @Test
  void aViewerThatIsGoneLooksAtNothing() {
    interest.lookAt(Set.of(GRADIENTS));
    runAll();
    models.asked();
    interest.close();
    edit(90);
    runAll();

    assertFalse(models.asked().contains(FakeModels.GRADIENT));
  }

  /** The view that comes to the front while numbers are computed is served next. */
  @Test
  void lookingElsewhereOnTheWayChangesTheOrder() {
    interest.lookAt(Set.of(NETWORK_RISKS));
    models.interrupt(FakeModels.NETWORK, () -> interest.lookAt(Set.of(GRADIENTS)));
    edit(90);
    runAll();

    assertEquals(
        List.of(FakeModels.NETWORK, FakeModels.GRADIENT, FakeModels.FORMULA), models.asked());
  }

  @Test
  void theNewestEditWinsInTheMiddleOfAPart() {
    interest.lookAt(Set.of(HISTOGRAMS, NETWORK_RISKS, GRADIENTS));
    runAll();
    told.events.clear();
    told.parts.clear();
    models.interrupt(FakeModels.NETWORK, () -> edit(50));
    edit(90); // revision 2; the edit in its middle is revision 3
    runAll();

    assertEquals(
        List.of("numbers 3"), told.events.stream().filter(e -> e.startsWith("n")).toList());
    assertTrue(told.parts.stream().noneMatch(p -> p.revision() == 2 && knowsNetworks(p)));
    ShownNumbers shown = watch.shown();
    assertEquals(3, shown.planRevision());
    assertTrue(shown.areCurrent(Set.of(HISTOGRAMS, NETWORK_RISKS, GRADIENTS)));
  }

  private static boolean knowsNetworks(NumbersSoFar part) {
    return part.known().contains(NETWORK_RISKS);
  }

  /** Whatever was told of an older revision is never current after an edit. */
  @Test
  void nothingOfAnOlderRevisionIsCurrentBetweenEditAndPart() {
    interest.lookAt(Set.of(HISTOGRAMS, NETWORK_RISKS));
    List<String> seen = new ArrayList<>();
    models.interrupt(
        FakeModels.NETWORK,
        () ->
            seen.add(
                watch.shown().isCurrent(HISTOGRAMS)
                    + " "
                    + watch.shown().isCurrent(NETWORK_RISKS)
                    + " "
                    + watch.shown().risks().stream().anyMatch(watch.shown()::isCurrent)));
    edit(90);
    assertFalse(watch.shown().isCurrent(HISTOGRAMS));
    runAll();

    assertEquals(List.of("true false false"), seen); // histograms new, risks still those before
    assertTrue(watch.shown().risks().stream().allMatch(watch.shown()::isCurrent));
  }

  private static final class Told implements PlanWatchListener {

    private final List<String> events = new ArrayList<>();
    private final List<NumbersSoFar> parts = new ArrayList<>();

    @Override
    public void onStale(long revision) {
      events.add("stale " + revision);
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      parts.add(part);
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      events.add("numbers " + numbers.revision());
    }

    @Override
    public void onBands(UncertaintyBands bands) {
      events.add("bands " + bands.revision());
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      throw cause;
    }
  }
}
