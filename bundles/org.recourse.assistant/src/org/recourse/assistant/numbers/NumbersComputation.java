/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskParameterValues;

/**
 * Computes every number of a plan from a snapshot. Thread-safe. It keeps what does not change with
 * an edit (the sampling of structures on a dose grid, earlier courses on the grid of the plan), so
 * that an edit costs only what follows from it; the cache never changes a result.
 */
public final class NumbersComputation {

  private final NumbersRun.Tools tools;

  /** Makes a computation that knows no protocols. */
  public NumbersComputation(CaseVoxels voxels, RiskCatalogue catalogue, SliceExecutor executor) {
    this(voxels, catalogue, ProtocolCatalogue.NONE, RiskParameterValues.DEFAULTS, executor);
  }

  public NumbersComputation(
      CaseVoxels voxels,
      RiskCatalogue catalogue,
      ProtocolCatalogue protocols,
      SliceExecutor executor) {
    this(voxels, catalogue, protocols, RiskParameterValues.DEFAULTS, executor);
  }

  /**
   * Makes a computation with chosen parameters of risk models.
   *
   * @param parameters what a user chose instead of defaults
   */
  public NumbersComputation(
      CaseVoxels voxels,
      RiskCatalogue catalogue,
      ProtocolCatalogue protocols,
      RiskParameterValues parameters,
      SliceExecutor executor) {
    Objects.requireNonNull(voxels, "voxels");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(protocols, "protocols");
    Objects.requireNonNull(executor, "executor");
    var doses = new PlanDoseSum(voxels, executor);
    tools =
        new NumbersRun.Tools(
            doses,
            new CourseIntake(doses, voxels),
            new Eqd2Summation(executor),
            new StructureSamplings(voxels, executor),
            new LedgerRows.Kept(),
            new ScenarioDoses.Kept(),
            new KeptNumbers(),
            catalogue,
            protocols,
            executor,
            voxels,
            Objects.requireNonNull(parameters, "parameters"));
  }

  /**
   * Computes all numbers. What is missing or cannot be read becomes a finding, never an exception.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PlanNumbers compute(PlanSnapshot snapshot, IProgressMonitor monitor) {
    return compute(snapshot, Set::of, monitor, part -> {});
  }

  /**
   * Computes all numbers in the order of {@link RecomputationOrder} and hands out what there is on
   * the way. The gradient is computed only if it is looked at; the numbers are the same whatever is
   * looked at.
   *
   * @param lookedAt what somebody looks at; asked again before each part
   * @param early called on this thread; its numbers are complete in what is known of them
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PlanNumbers compute(
      PlanSnapshot snapshot,
      Supplier<Set<DerivedNumber>> lookedAt,
      IProgressMonitor monitor,
      Consumer<NumbersSoFar> early) {
    return new NumbersRun(tools, snapshot, monitor).compute(lookedAt, early);
  }

  /**
   * Computes the gradient of the first network that has one, for numbers that are known.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public RiskGradient computeGradient(PlanNumbers numbers, IProgressMonitor monitor) {
    return new NumbersRun(tools, numbers.snapshot(), monitor).computeGradient();
  }

  /**
   * Forgets what was kept, as after a change outside of the case: a model or a file came or went.
   */
  public void forget() {
    tools.kept().clear();
  }

  /**
   * Computes the intervals of numbers that follow from the uncertainty of the registrations, from
   * the same snapshot: seconds, which is why the numbers do not wait for them.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public UncertaintyBands computeBands(PlanNumbers numbers, IProgressMonitor monitor) {
    return new BandsRun(tools, numbers, monitor).compute();
  }

  /**
   * Computes physical dose and its histograms only: no EQD2, goals, ledger or risks.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PlanNumbers computePhysical(PlanSnapshot snapshot, IProgressMonitor monitor) {
    return new NumbersRun(tools, snapshot, monitor).computePhysical();
  }

  /**
   * Computes the histograms of one imported dose grid as it is, without any edit of its plan.
   *
   * @param doseUid SOP Instance UID of a dose grid of the case
   * @throws IllegalArgumentException if the case has no such dose grid
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PlanNumbers computeGrid(PlanSnapshot snapshot, String doseUid, IProgressMonitor monitor) {
    return new NumbersRun(tools, snapshot, monitor).computeGrid(doseUid);
  }
}
