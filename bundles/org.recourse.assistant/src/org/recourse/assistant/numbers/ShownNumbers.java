/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.recourse.risk.RiskAssessment;

/**
 * The newest value of every derived number, with the revision it belongs to. While an edit is being
 * computed the values are of different revisions; only those of the revision of the plan are
 * current, and a view shows all others grey. Immutable and thread-safe.
 */
public final class ShownNumbers {

  /** Before the first numbers. */
  public static final ShownNumbers NONE =
      new ShownNumbers(0, new EnumMap<>(DerivedNumber.class), List.of(), Optional.empty());

  private static final Set<DerivedNumber> RISKS =
      Set.copyOf(EnumSet.of(DerivedNumber.CLOSED_FORM_RISKS, DerivedNumber.NETWORK_RISKS));

  /**
   * The newest answer of a risk model.
   *
   * @param revision revision of the plan it belongs to
   */
  public record ShownRisk(RiskAssessment assessment, long revision) {
    public ShownRisk {
      Objects.requireNonNull(assessment, "assessment");
    }
  }

  private final long planRevision;
  private final Map<DerivedNumber, PlanNumbers> newest;
  private final List<ShownRisk> risks;
  private final Optional<RiskGradient> gradient;

  private ShownNumbers(
      long planRevision,
      Map<DerivedNumber, PlanNumbers> newest,
      List<ShownRisk> risks,
      Optional<RiskGradient> gradient) {
    this.planRevision = planRevision;
    this.newest = newest;
    this.risks = List.copyOf(risks);
    this.gradient = gradient;
  }

  /** Returns the same values after an edit: none is current, unless the revision is the same. */
  public ShownNumbers after(long revision) {
    return revision > planRevision ? new ShownNumbers(revision, newest, risks, gradient) : this;
  }

  /** Returns the values with those of a part that became known; a newer value is never replaced. */
  public ShownNumbers with(NumbersSoFar part) {
    Map<DerivedNumber, PlanNumbers> merged = new EnumMap<>(DerivedNumber.class);
    merged.putAll(newest);
    for (DerivedNumber number : part.known()) {
      boolean newer = of(number).filter(there -> there.revision() >= part.revision()).isEmpty();
      if (newer) { // the same value again would only be painted again
        merged.put(number, part.numbers());
      }
    }
    Optional<RiskGradient> slope =
        part.gradient()
            .filter(now -> gradient.isEmpty() || gradient.get().revision() <= now.revision())
            .or(() -> gradient);
    long revision = Math.max(planRevision, part.revision());
    return new ShownNumbers(revision, merged, risks(part), slope);
  }

  /** Returns the values with complete numbers. */
  public ShownNumbers with(PlanNumbers complete) {
    Set<DerivedNumber> known = EnumSet.allOf(DerivedNumber.class);
    known.removeIf(DerivedNumber::isOnlyWhenLookedAt);
    return with(new NumbersSoFar(complete, known, Optional.empty()));
  }

  private List<ShownRisk> risks(NumbersSoFar part) {
    List<ShownRisk> answers =
        part.numbers().risks().stream().map(risk -> new ShownRisk(risk, part.revision())).toList();
    if (part.known().containsAll(RISKS)) { // models may have gone, or stand in another order
      boolean older = risks.stream().anyMatch(there -> there.revision() > part.revision());
      return older ? risks : answers;
    }
    List<ShownRisk> merged = new ArrayList<>(risks);
    for (ShownRisk answer : answers) {
      int at = position(merged, answer);
      if (at < 0) {
        merged.add(answer);
      } else if (merged.get(at).revision() <= answer.revision()) {
        merged.set(at, answer);
      }
    }
    return merged;
  }

  private static int position(List<ShownRisk> all, ShownRisk wanted) {
    String id = wanted.assessment().model().id();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).assessment().model().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the revision of the plan: the edits seen so far. */
  public long planRevision() {
    return planRevision;
  }

  /** Returns the numbers that hold the newest value; only this value of them counts. */
  public Optional<PlanNumbers> of(DerivedNumber number) {
    return Optional.ofNullable(newest.get(number));
  }

  /** Returns whether the newest value of a number belongs to the plan as it is. */
  public boolean isCurrent(DerivedNumber number) {
    return number == DerivedNumber.GRADIENTS
        ? gradient.filter(slope -> slope.revision() == planRevision).isPresent()
        : of(number).filter(there -> there.revision() == planRevision).isPresent();
  }

  /** Returns whether all these numbers belong to the plan as it is. */
  public boolean areCurrent(Set<DerivedNumber> numbers) {
    return numbers.stream().allMatch(this::isCurrent);
  }

  /** Returns the newest answer of every risk model, in the order of the catalogue. */
  public List<ShownRisk> risks() {
    return risks;
  }

  /** Returns whether an answer belongs to the plan as it is. */
  public boolean isCurrent(ShownRisk risk) {
    return risk.revision() == planRevision;
  }

  /** Returns the newest gradient, which may be older than the plan. */
  public Optional<RiskGradient> gradient() {
    return gradient;
  }
}
