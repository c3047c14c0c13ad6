/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.GoalOutcome.Judged;
import org.recourse.assistant.numbers.GoalOutcome.Shown;
import org.recourse.assistant.numbers.GoalOutcome.Verdict;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseQuantity;
import org.recourse.model.DoseSummation;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;
import org.recourse.model.ModelFactory;
import org.recourse.model.Plan;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.course.RegistrationForm;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskResult;
import org.recourse.risk.published.PublishedRiskModels;

class NumbersComputationTest {

  /** Each EQD2 grid is rounded to float once, the sum once more. */
  private static final double FLOAT_STEP_GY = 3e-5;

  /** The histogram is linear between points 0.01 Gy apart. */
  private static final double BIN_GY = Dvh.BIN_GY;

  private static final RiskCatalogue PUBLISHED =
      ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk");

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);
  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final NumbersComputation computation =
      new NumbersComputation(twoCourses.voxels(), PUBLISHED, executor);

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void sumsCoursesAsEqd2ThroughTheRegistration() {
    CumulativeNumbers cord = cord().cumulative().orElseThrow();

    assertEquals(2, cord.alphaBetaGy());
    assertEquals(110, cord.eqd2Dvh().meanGy(), FLOAT_STEP_GY);
    assertEquals(List.of("First course", "Re-irradiation"), cord.courses());
    assertEquals(List.of("Palliative course"), cord.missingCourses());
  }

  @Test
  void fewerFractionsWithTheTotalKeptRaiseEqd2AndLeaveTheDose() {
    twoCourses.plan().getPrescription().setFractionCount(20);

    StructureNumbers cord = cord();

    assertEquals(60, cord.physicalDvh().orElseThrow().meanGy(), FLOAT_STEP_GY);
    // 60 Gy in 20 fractions at alpha/beta 2 Gy: 60 * (3 + 2) / (2 + 2) = 75 Gy
    assertEquals(125, cord.cumulative().orElseThrow().eqd2Dvh().meanGy(), FLOAT_STEP_GY);
  }

  @Test
  void typedMaximumIsConvertedWithItsOwnFractions() {
    TypedMaximum typed = cord().cumulative().orElseThrow().typedMaximum().orElseThrow();

    assertEquals(25.2, typed.eqd2Gy(), 1e-12);
    assertEquals(List.of("Palliative course"), typed.courses());
  }

  @Test
  void ledgerSaysHowEachCourseIsUsed() {
    List<CourseNumbers> ledger = compute().courses();

    assertInstanceOf(CourseDoseUse.Voxels.class, ledger.get(0).use());
    assertEquals(new CourseDoseUse.TypedFigures(1), ledger.get(1).use());
    assertInstanceOf(CourseDoseUse.Voxels.class, ledger.get(2).use());
    assertEquals(1099, ledger.get(0).daysToPlanned().orElseThrow()); // 2023-02-27 to 2026-03-02
    assertTrue(ledger.get(1).daysToPlanned().isEmpty());
  }

  @Test
  void unknownFractionsOfAnEarlierCourseGiveNoPartialSum() {
    twoCourses.first().getPlans().get(0).getPrescription().unsetFractionCount();

    PlanNumbers numbers = compute();

    assertTrue(numbers.structure("SpinalCord").orElseThrow().cumulative().isEmpty());
    assertTrue(says(numbers, "number of fractions of First course is not known"));
    assertTrue(numbers.structure("SpinalCord").orElseThrow().physicalDvh().isPresent());
  }

  @Test
  void doseThroughARegistrationWithoutQualityAssuranceIsAFinding() {
    String sentence = "Dose is used through a registration without quality assurance (typed)";
    assertTrue(says(compute(), sentence));

    twoCourses
        .patientCase()
        .getRegistrations()
        .getFirst()
        .setSource(RegistrationSource.COMPUTED); // kept only after its check

    assertFalse(says(compute(), sentence));
  }

  @Test
  void aDeformableRegistrationWithoutAFileIsNamedAsNotUsed() {
    Registration deformable = ModelFactory.eINSTANCE.createRegistration();
    Registration rigid = twoCourses.patientCase().getRegistrations().getFirst();
    deformable.setFrom(rigid.getFrom());
    deformable.setTo(rigid.getTo());
    DicomReference reference = ModelFactory.eINSTANCE.createDicomReference();
    reference.setSopClassUid(RegistrationForm.DEFORMABLE_CLASS_UID);
    deformable.setReference(reference);
    twoCourses.patientCase().getRegistrations().add(0, deformable);

    PlanNumbers numbers = compute();

    assertTrue(says(numbers, "has no file and is not used"));
    assertTrue(numbers.structure("SpinalCord").orElseThrow().cumulative().isPresent());
  }

  @Test
  void aMissingRegistrationGivesNoPartialSum() {
    twoCourses.patientCase().getRegistrations().clear();

    PlanNumbers numbers = compute();

    assertTrue(numbers.structure("SpinalCord").orElseThrow().cumulative().isEmpty());
    assertTrue(says(numbers, "No registration leads from the frame of the plan"));
  }

  @Test
  void aCourseWithOneDoseMissingGivesNoPartialSum() {
    Plan boost = EcoreUtil.copy(twoCourses.first().getPlans().get(0));
    boost.getDoses().clear();
    twoCourses.first().getPlans().add(boost);

    PlanNumbers numbers = compute();

    assertTrue(numbers.structure("SpinalCord").orElseThrow().cumulative().isEmpty());
    assertTrue(says(numbers, "Not every plan of First course"));
  }

  @Test
  void theGridToLookAtAgreesWithTheNumbers() {
    var maps = new Eqd2Maps(twoCourses.voxels(), executor);
    PlanNumbers numbers = compute();

    Eqd2Maps.Result plan = maps.ofPlan(numbers, new AlphaBetaRatio(2), new NullProgressMonitor());
    Eqd2Maps.Result all = maps.ofAll(numbers, new AlphaBetaRatio(2), new NullProgressMonitor());

    assertEquals(
        60, assertInstanceOf(Eqd2Maps.Result.Known.class, plan).eqd2().maximumGy(), FLOAT_STEP_GY);
    assertEquals(
        110, assertInstanceOf(Eqd2Maps.Result.Known.class, all).eqd2().maximumGy(), FLOAT_STEP_GY);
  }

  @Test
  void aStructureWithoutAlphaBetaIsNamed() {
    PlanNumbers numbers = compute();

    assertTrue(numbers.structure("Lens_L").orElseThrow().cumulative().isEmpty());
    assertTrue(
        numbers.findings().stream().anyMatch(f -> f.affected().equals("Lens_L")),
        () -> numbers.findings().toString());
  }

  @Test
  void aCaseWithoutDoseKeepsItsStructuresAndSaysWhy() {
    twoCourses.plan().getDoses().clear();

    PlanNumbers numbers = compute();

    assertTrue(numbers.planDose().isEmpty());
    assertEquals(3, numbers.structures().size());
    assertTrue(says(numbers, "no dose grid in Gy"));
    assertEquals(4, numbers.risks().size());
  }

  @Test
  void judgesGoalsOnTheQuantityTheyName() {
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 62, DoseQuantity.PHYSICAL);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 59, DoseQuantity.PLAN_EQD2);
    twoCourses.goal("Dmean", GoalComparison.AT_LEAST, 109, DoseQuantity.CUMULATIVE_EQD2);

    List<GoalNumbers> goals = compute().goals();

    assertEquals(Verdict.PASS, verdict(goals.get(0)));
    assertEquals(Verdict.FAIL, verdict(goals.get(1)));
    assertEquals(Verdict.PASS, verdict(goals.get(2)));
  }

  @Test
  void neverJudgesALimitFromASourceNobodyRead() {
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 1, DoseQuantity.PHYSICAL);
    twoCourses.patientCase().getGoals().get(0).setEvidence(EvidenceTag.SECONDARY);

    assertInstanceOf(Shown.class, compute().goals().get(0).outcome());
  }

  @Test
  void aKeptCumulativeLimitIsJudgedOnTheUpperBound() {
    // 110 Gy from voxels and at most 25.2 Gy from paper.
    twoCourses.goal("D0.03cc", GoalComparison.AT_MOST, 140, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.goal("D0.03cc", GoalComparison.AT_MOST, 130, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.goal("D0.03cc", GoalComparison.AT_MOST, 100, DoseQuantity.CUMULATIVE_EQD2);

    List<GoalNumbers> goals = compute().goals();

    Judged kept = assertInstanceOf(Judged.class, goals.get(0).outcome());
    assertEquals(Verdict.PASS, kept.verdict());
    assertEquals(135.2, kept.value().value(), BIN_GY);
    assertInstanceOf(Shown.class, goals.get(1).outcome());
    assertEquals(Verdict.FAIL, verdict(goals.get(2)));
  }

  @Test
  void riskModelsReceiveTheCumulativeDose() {
    RiskResult.Assessed logistic =
        compute().risks().stream()
            .map(risk -> risk.result())
            .filter(RiskResult.Assessed.class::isInstance)
            .map(RiskResult.Assessed.class::cast)
            .findFirst()
            .orElseThrow();

    assertTrue(!logistic.inputs().isEmpty());
  }

  @Test
  void undoneEditGivesTheSameBits() {
    PlanNumbers before = compute();
    twoCourses.plan().getBeams().get(0).setWeight(0.7);
    twoCourses.plan().getPrescription().setFractionCount(27);
    compute();
    twoCourses.plan().getBeams().get(0).setWeight(1);
    twoCourses.plan().getPrescription().setFractionCount(30);
    PlanNumbers after = compute();

    assertEquals(before.snapshot(), after.snapshot());
    assertSameBits(before, after);
  }

  @Test
  void doesNotDependOnTheNumberOfThreadsOrTheCaches() {
    twoCourses.plan().getBeams().get(1).setWeight(0.37);
    try (SliceExecutor one = SliceExecutor.ofThreads(1);
        SliceExecutor five = SliceExecutor.ofThreads(5)) {
      PlanNumbers single =
          new NumbersComputation(twoCourses.voxels(), PUBLISHED, one)
              .compute(twoCourses.snapshot(), new NullProgressMonitor());
      PlanNumbers many =
          new NumbersComputation(twoCourses.voxels(), PUBLISHED, five)
              .compute(twoCourses.snapshot(), new NullProgressMonitor());

      assertSameBits(single, many);
    }
  }

  @Test
  void readsEveryObjectOnce() {
    compute();
    int reads = twoCourses.reads();
    compute();

    assertEquals(reads, twoCourses.reads());
  }

  @Test
  void oneGridIsTakenAsImported() {
    twoCourses.plan().setNormalisationPercent(50);
    twoCourses.addDose(twoCourses.plan(), "2.25.401", DoseSummation.OTHER, 7);

    PlanNumbers numbers =
        computation.computeGrid(twoCourses.snapshot(), "2.25.401", new NullProgressMonitor());

    assertEquals(
        7,
        numbers.structure("SpinalCord").orElseThrow().physicalDvh().orElseThrow().meanGy(),
        FLOAT_STEP_GY);
    assertThrows(
        IllegalArgumentException.class,
        () -> computation.computeGrid(twoCourses.snapshot(), "1.2", new NullProgressMonitor()));
  }

  @Test
  void stopsWhenCancelled() {
    IProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> computation.compute(twoCourses.snapshot(), monitor));
  }

  private static void assertSameBits(PlanNumbers one, PlanNumbers other) {
    assertArrayEquals(bits(one.planDose()), bits(other.planDose()));
    for (int s = 0; s < one.structures().size(); s++) {
      StructureNumbers a = one.structures().get(s);
      StructureNumbers b = other.structures().get(s);
      assertEquals(a.physicalDvh().orElseThrow().meanGy(), b.physicalDvh().orElseThrow().meanGy());
      assertEquals(a.cumulative().isPresent(), b.cumulative().isPresent());
      if (a.cumulative().isPresent()) {
        Dvh dvhA = a.cumulative().get().eqd2Dvh();
        Dvh dvhB = b.cumulative().get().eqd2Dvh();
        assertEquals(dvhA.meanGy(), dvhB.meanGy());
        assertArrayEquals(dvhA.curveVolumeCm3(), dvhB.curveVolumeCm3());
      }
    }
    assertEquals(one.goals(), other.goals());
    for (int r = 0; r < one.risks().size(); r++) {
      assertEquals(one.risks().get(r).result(), other.risks().get(r).result());
    }
  }

  private static float[] bits(Optional<PlanNumbers.PlanDose> dose) {
    DoseGrid grid = dose.orElseThrow().doseGy();
    float[] all = new float[grid.geometry().voxelCount()];
    for (int i = 0; i < all.length; i++) {
      all[i] = grid.doseGyAt(i);
    }
    return all;
  }

  private static Verdict verdict(GoalNumbers goal) {
    return assertInstanceOf(Judged.class, goal.outcome()).verdict();
  }

  private static boolean says(PlanNumbers numbers, String part) {
    return numbers.findings().stream().anyMatch(finding -> finding.text().contains(part));
  }

  private StructureNumbers cord() {
    return compute().structure("SpinalCord").orElseThrow();
  }

  private PlanNumbers compute() {
    return computation.compute(twoCourses.snapshot(), new NullProgressMonitor());
  }
}
