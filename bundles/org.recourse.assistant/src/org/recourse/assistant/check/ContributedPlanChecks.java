/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.check;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.TimeLimitedCall;

/**
 * A catalogue made from a list of contributions. Thread-safe. Of two contributions with the same id
 * the first is used and a finding names both bundles.
 */
public final class ContributedPlanChecks implements PlanCheckCatalogue {

  /** A check reads numbers only: plenty even on a machine that is busy with other things. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private final Map<String, PlanCheckContribution> checkById;
  private final List<Finding> conflicts;
  private final Duration timeLimit;

  public ContributedPlanChecks(List<PlanCheckContribution> contributions) {
    this(contributions, TIME_LIMIT);
  }

  /**
   * Makes a catalogue.
   *
   * @param contributions in the order in which they are made
   * @param timeLimit time for each check, greater than 0
   */
  public ContributedPlanChecks(List<PlanCheckContribution> contributions, Duration timeLimit) {
    if (!timeLimit.isPositive()) {
      throw new IllegalArgumentException("timeLimit must be > 0: " + timeLimit);
    }
    this.timeLimit = timeLimit;
    var unique =
        UniqueIds.of(
            contributions,
            "plan check",
            PlanCheckContribution::id,
            PlanCheckContribution::contributor);
    checkById = unique.byId();
    conflicts = unique.findings();
  }

  @Override
  public List<PlanCheckContribution> checks() {
    return List.copyOf(checkById.values());
  }

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Checking the plan", checkById.size());
    Set<Finding> findings = new LinkedHashSet<>(conflicts);
    for (PlanCheckContribution check : checkById.values()) {
      findings.addAll(made(check, numbers, progress.split(1)));
    }
    return List.copyOf(findings);
  }

  private List<Finding> made(
      PlanCheckContribution check, PlanNumbers numbers, IProgressMonitor monitor) {
    try {
      List<Finding> findings =
          TimeLimitedCall.call(
              watched -> check.source().create().check(numbers, watched),
              "Plan check " + check.id(),
              timeLimit,
              monitor);
      return findings == null ? List.of(failed(check, "It returned nothing")) : findings;
    } catch (TimeoutException e) {
      return List.of(
          failed(
              check,
              "It took longer than " + timeLimit.toMillis() / 1000.0 + " s and was given up"));
    } catch (ExecutionException e) {
      return List.of(failed(check, "It ended with " + e.getCause()));
    }
  }

  private static Finding failed(PlanCheckContribution check, String what) {
    return Finding.error(
        "The plan check "
            + check.id()
            + " of "
            + check.contributor()
            + " found nothing. "
            + what
            + ". Report this to its vendor; the other checks are not affected.",
        check.contributor());
  }
}
