/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.finding.Finding;

/** Answer of a risk model. */
public sealed interface RiskResult {

  /** Reservations about the answer. */
  List<Finding> findings();

  /**
   * The model applies. Immutable.
   *
   * @param value the answer; for a model with parts, that of the part with the highest risk
   * @param parts answers for parts of the body, such as left and right; empty if there are none
   * @param inputs numbers the answer was computed from, with their origin
   * @param reasons sentences that explain the answer
   * @param findings reservations
   * @param inDomain whether the patient resembles those the model was made from; outside of that
   *     the value is shown and a finding says what is unlike
   * @param members answers of the members of an ensemble on the scale of the value, always in the
   *     same order, so that two answers can be compared member by member; empty without one
   */
  record Assessed(
      RiskValue value,
      List<RiskPart> parts,
      List<RiskInputValue> inputs,
      List<String> reasons,
      List<Finding> findings,
      boolean inDomain,
      List<Double> members)
      implements RiskResult {

    private static final double VISIBLE = 0.0005; // with three decimals

    private static final String WIDENED =
        "The networks of its cross-validation suggest %s; the interval is widened to hold both.";

    /** Makes the answer of a model that is no ensemble. */
    public Assessed(
        RiskValue value,
        List<RiskPart> parts,
        List<RiskInputValue> inputs,
        List<String> reasons,
        List<Finding> findings,
        boolean inDomain) {
      this(value, parts, inputs, reasons, findings, inDomain, List.of());
    }

    /** Makes the answer for a patient inside of the domain. */
    public Assessed(
        RiskValue value,
        List<RiskPart> parts,
        List<RiskInputValue> inputs,
        List<String> reasons,
        List<Finding> findings) {
      this(value, parts, inputs, reasons, findings, true);
    }

    public Assessed {
      Objects.requireNonNull(value, "value");
      parts = List.copyOf(parts);
      inputs = List.copyOf(inputs);
      reasons = List.copyOf(reasons);
      findings = List.copyOf(findings);
      members = List.copyOf(members);
    }

    /** Returns the interval of the number; empty without a number or an interval. */
    public Optional<Interval> interval95() {
      return switch (value) {
        case RiskValue.Probability probability -> probability.interval95();
        case RiskValue.Score score -> score.interval95();
        case RiskValue.Category category -> Optional.empty();
      };
    }

    /**
     * Returns the sentence that the number lies beside all members of its ensemble, so that its
     * interval was widened to hold it; empty where they agree or there is no ensemble.
     */
    public Optional<String> disagreement() {
      double number =
          switch (value) {
            case RiskValue.Probability probability -> probability.fraction();
            case RiskValue.Score score -> score.score();
            case RiskValue.Category category -> Double.NaN; // beside nothing
          };
      return interval95()
          .filter(interval -> !members.isEmpty())
          .flatMap(
              interval ->
                  number >= interval.upper() && number > Collections.max(members) + VISIBLE
                      ? Optional.of(WIDENED.formatted("less"))
                      : number <= interval.lower() && number < Collections.min(members) - VISIBLE
                          ? Optional.of(WIDENED.formatted("more"))
                          : Optional.empty());
    }
  }

  /**
   * The model does not apply and gives no number. Immutable.
   *
   * @param lacks sentences that name missing inputs and how to give them
   * @param outsideDomain sentences that say why the patient is outside the domain of the model;
   *     empty if only inputs are missing
   * @param findings reservations
   */
  record NotApplicable(List<String> lacks, List<String> outsideDomain, List<Finding> findings)
      implements RiskResult {
    public NotApplicable {
      lacks = List.copyOf(lacks);
      outsideDomain = List.copyOf(outsideDomain);
      findings = List.copyOf(findings);
      if (lacks.isEmpty() && outsideDomain.isEmpty()) {
        throw new IllegalArgumentException("a model that does not apply says why");
      }
    }

    /** Tells whether the patient belongs to the population of the model. */
    public boolean inDomain() {
      return outsideDomain.isEmpty();
    }
  }

  /**
   * The model did not do its work: it could not be created, threw an exception or took too long.
   * Made by the catalogue, not by models. Immutable.
   *
   * @param sentence what happened, naming the contributing bundle
   * @param findings the same as a finding of severity ERROR
   */
  record Failed(String sentence, List<Finding> findings) implements RiskResult {
    public Failed {
      Objects.requireNonNull(sentence, "sentence");
      findings = List.copyOf(findings);
    }
  }
}
