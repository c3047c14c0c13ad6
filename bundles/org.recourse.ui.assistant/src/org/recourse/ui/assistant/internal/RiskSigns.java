/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.report.content.RiskWords;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** Signs and sentences of risks. Stateless. */
final class RiskSigns {

  private static final String SYNTHETIC = "synthetic";

  private RiskSigns() {}

  /** One small sign for each reservation; the sentences stand in the tool tip. */
  static String signs(RiskAssessment risk) {
    var signs = new StringBuilder();
    boolean outside =
        switch (risk.result()) {
          case RiskResult.Assessed assessed -> !assessed.inDomain();
          case RiskResult.NotApplicable none -> !none.inDomain();
          case RiskResult.Failed failed -> true;
        };
    if (outside) {
      signs.append(" △");
    }
    if (risk.result() instanceof RiskResult.Assessed assessed
        && assessed.value().bound() == RiskValue.Bound.UPPER_BOUND) {
      signs.append(" ≤");
    }
    if (risk.description().filter(model -> model.trainedOn().startsWith(SYNTHETIC)).isPresent()) {
      signs.append(" ◇");
    }
    if (risk.description().filter(model -> !model.planDependent()).isPresent()) {
      signs.append(" ⊘");
    }
    return signs.toString().strip();
  }

  /** What must be read with the number at once: why there is none, and reservations. */
  static String note(RiskAssessment risk) {
    List<String> notes = new ArrayList<>();
    if (!(risk.result() instanceof RiskResult.Assessed)) {
      notes.addAll(RiskWords.reasons(risk));
    }
    notes.addAll(RiskWords.reservations(risk));
    return String.join(" ", notes);
  }

  /** Everything about a number in sentences, for the tool tip. */
  static String explained(RiskAssessment risk) {
    List<String> lines = new ArrayList<>();
    risk.description().map(RiskModelDescription::outcome).ifPresent(lines::add);
    lines.addAll(RiskWords.reasons(risk));
    lines.addAll(RiskWords.reservations(risk));
    risk.description().map(RiskWords::sources).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  /**
   * Says where models of the same outcome disagree: their intervals do not overlap, or, without
   * intervals, their numbers differ by more than 0.1.
   */
  static List<String> disagreements(List<RiskAssessment> risks) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < risks.size(); i++) {
      for (int j = i + 1; j < risks.size(); j++) {
        addDisagreement(risks.get(i), risks.get(j), sentences);
      }
    }
    return List.copyOf(sentences);
  }

  private static final double NOTICEABLE_FRACTION = 0.1;

  private static void addDisagreement(
      RiskAssessment one, RiskAssessment other, List<String> sentences) {
    boolean same =
        one.description().map(RiskModelDescription::outcome).isPresent()
            && one.description()
                .map(RiskModelDescription::outcome)
                .equals(other.description().map(RiskModelDescription::outcome));
    if (same
        && one.result() instanceof RiskResult.Assessed a
        && other.result() instanceof RiskResult.Assessed b
        && a.value() instanceof RiskValue.Probability p
        && b.value() instanceof RiskValue.Probability q
        && Math.abs(p.fraction() - q.fraction()) > NOTICEABLE_FRACTION
        && !overlap(p, q)) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Models of %s disagree: %.2f (%s) and %.2f (%s). Neither is shown as the truth.",
              one.description().orElseThrow().outcome(),
              p.fraction(),
              one.model().title(),
              q.fraction(),
              other.model().title()));
    }
  }

  private static boolean overlap(RiskValue.Probability one, RiskValue.Probability other) {
    return one.interval95().isPresent()
        && other.interval95().isPresent()
        && one.interval95().get().lower() <= other.interval95().get().upper()
        && other.interval95().get().lower() <= one.interval95().get().upper();
  }
}
