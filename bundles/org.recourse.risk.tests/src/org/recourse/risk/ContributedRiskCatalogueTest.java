/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.published.PublishedRiskModels;

class ContributedRiskCatalogueTest {

  private static final String VENDOR = "com.example.vendor";
  private static final RiskInput NOTHING = RiskFixtures.input(List.of());
  private static final RiskResult ANSWER =
      new RiskResult.Assessed(
          new RiskValue.Score(1, RiskValue.Bound.VALUE),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /** What a model of a test does when it is asked. */
  @FunctionalInterface
  private interface Behaviour {
    RiskResult assess(IProgressMonitor monitor);
  }

  private record TestModel(String id, Behaviour behaviour) implements RiskModel {
    @Override
    public RiskModelDescription description() {
      return new RiskModelDescription(
          id, "1", id, "an outcome", false, false, "nobody", "1", List.of(), List.of(), List.of());
    }

    @Override
    public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
      return behaviour.assess(monitor);
    }
  }

  @Test
  void holdsThePublishedModels() {
    var catalogue = ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk");

    assertEquals(4, catalogue.models().size());
    assertTrue(catalogue.findings().isEmpty());
    for (RiskAssessment assessment : catalogue.assessAll(NOTHING, new NullProgressMonitor())) {
      assertInstanceOf(RiskResult.NotApplicable.class, assessment.result());
      assertEquals(assessment.model().id(), assessment.description().orElseThrow().id());
      assertTrue(assessment.computeMs() >= 0);
    }
  }

  @Test
  void aModelIsCreatedWhenItIsFirstNeededAndOnlyOnce() {
    var created = new AtomicInteger();
    var catalogue =
        catalogue(
            contribution(
                "a",
                () -> {
                  created.incrementAndGet();
                  return new TestModel("a", monitor -> ANSWER);
                }));
    assertEquals(1, catalogue.models().size());
    assertEquals(0, created.get());

    assess(catalogue, "a");
    assess(catalogue, "a");
    assertEquals(Optional.of("a"), catalogue.description("a").map(RiskModelDescription::id));
    assertEquals(1, created.get());
  }

  @Test
  void ofTwoModelsWithOneIdTheFirstIsUsedAndAFindingNamesBothBundles() {
    var catalogue =
        new ContributedRiskCatalogue(
            List.of(
                RiskModelContribution.of(new TestModel("a", monitor -> ANSWER), "first.bundle"),
                RiskModelContribution.of(new TestModel("a", monitor -> null), VENDOR)));

    assertEquals(1, catalogue.models().size());
    assertEquals("first.bundle", catalogue.models().get(0).contributor());
    Finding finding = catalogue.findings().get(0);
    assertTrue(finding.text().contains("first.bundle") && finding.text().contains(VENDOR));
    assertEquals(VENDOR, finding.affected());
  }

  @Test
  void anExceptionBecomesAFindingAndTheOthersGoOn() {
    var catalogue =
        ContributedRiskCatalogue.of(
            List.of(
                new TestModel(
                    "bad",
                    monitor -> {
                      throw new IllegalStateException("out of cheese");
                    }),
                new TestModel(
                    "worse",
                    monitor -> {
                      throw new NoClassDefFoundError("com/example/Missing");
                    }),
                new TestModel("nothing", monitor -> null),
                new TestModel("good", monitor -> ANSWER)),
            VENDOR);
    List<RiskAssessment> all = catalogue.assessAll(NOTHING, new NullProgressMonitor());

    assertFailure(all.get(0).result(), "out of cheese");
    assertFailure(all.get(1).result(), "NoClassDefFoundError");
    assertFailure(all.get(2).result(), "returned nothing");
    assertEquals(ANSWER, all.get(3).result());
  }

  @Test
  void aModelThatCannotBeCreatedBecomesAFinding() {
    var catalogue =
        catalogue(
            contribution(
                "a",
                () -> {
                  throw new CoreException(Status.error("no such class"));
                }));
    RiskAssessment assessment = assess(catalogue, "a");

    assertFailure(assessment.result(), "no such class");
    assertTrue(assessment.description().isEmpty());
    assertTrue(catalogue.description("a").isEmpty());
  }

  @Test
  void aModelThatCallsItselfOtherwiseIsNotUsed() {
    var catalogue = catalogue(contribution("a", () -> new TestModel("b", monitor -> ANSWER)));
    assertFailure(assess(catalogue, "a").result(), "calls itself b");
  }

  @Test
  void aModelThatHangsIsGivenUpAndToldToStop() throws InterruptedException {
    var told = new CountDownLatch(1);
    var cancelled = new AtomicBoolean();
    var hanging =
        new TestModel(
            "slow",
            monitor -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                cancelled.set(monitor.isCanceled());
                told.countDown();
              }
              return ANSWER;
            });
    var catalogue =
        new ContributedRiskCatalogue(
            List.of(RiskModelContribution.of(hanging, VENDOR)), Duration.ofMillis(50));

    assertFailure(assess(catalogue, "slow").result(), "took longer");
    told.await();
    assertTrue(cancelled.get());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    var waiting =
        new TestModel(
            "waiting",
            watched -> {
              monitor.setCanceled(true);
              while (!watched.isCanceled()) {
                Thread.onSpinWait();
              }
              throw new OperationCanceledException();
            });
    var catalogue = ContributedRiskCatalogue.of(List.of(waiting), VENDOR);

    assertThrows(
        OperationCanceledException.class, () -> catalogue.assess("waiting", NOTHING, monitor));
  }

  @Test
  void aCancellationNobodyAskedForIsAMistake() {
    var catalogue =
        ContributedRiskCatalogue.of(
            List.of(
                new TestModel(
                    "a",
                    monitor -> {
                      throw new OperationCanceledException();
                    })),
            VENDOR);
    assertFailure(assess(catalogue, "a").result(), "nobody asked for");
  }

  @Test
  void anUnknownIdIsRefused() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> assess(catalogue(), "missing"));
    assertTrue(refusal.getMessage().contains("missing"));
  }

  private static void assertFailure(RiskResult result, String words) {
    var failed = assertInstanceOf(RiskResult.Failed.class, result);
    assertTrue(failed.sentence().contains(words), failed.sentence());
    assertTrue(failed.sentence().contains(VENDOR), failed.sentence());
    assertEquals(Finding.Severity.ERROR, failed.findings().get(0).severity());
    assertEquals(VENDOR, failed.findings().get(0).affected());
  }

  private static RiskModelContribution contribution(
      String id, RiskModelContribution.Source source) {
    return new RiskModelContribution(new RiskModelEntry(id, id, VENDOR), source);
  }

  private static RiskCatalogue catalogue(RiskModelContribution... contributions) {
    return new ContributedRiskCatalogue(List.of(contributions));
  }

  private static RiskAssessment assess(RiskCatalogue catalogue, String id) {
    return catalogue.assess(id, NOTHING, new NullProgressMonitor());
  }
}
