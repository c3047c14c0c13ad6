/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import org.recourse.cohort.evaluation.ReportingSheets;
import org.recourse.cohort.evaluation.StudyFacts;

/** The model card of a model that was learned from a cohort, as Markdown. */
public final class ModelCard {

  /** Inputs listed in the card one by one; more are counted. */
  public static final int MOST_LISTED = 40;

  private ModelCard() {}

  /** What a model is for, in a sentence. */
  public static String intendedUse(TrainingFacts facts) {
    return facts.synthetic()
        ? "Demonstrates the method: it was trained on synthetic patients and says nothing about any"
            + " person."
        : "Research on " + facts.endpoint().title() + "; not validated for clinical decisions.";
  }

  /**
   * @param inputs what the model is given, in words
   */
  public static String of(
      String title, String id, TrainingFacts facts, StudyFacts study, String inputs) {
    var text = new StringBuilder("# ").append(title).append("\n\n");
    if (facts.synthetic()) {
      text.append("**Trained on synthetic patients with a made-up outcome. It says nothing about")
          .append(" any person.**\n\n");
    }
    text.append("| | |\n|---|---|\n");
    line(text, "id", "`" + id + "`");
    line(text, "intended use", intendedUse(facts));
    line(text, "outcome", facts.endpoint().title());
    line(
        text,
        "patients",
        facts.patientCount() + ", of them " + facts.eventCount() + " with the event");
    line(text, "centres", String.join(", ", facts.centres()));
    line(text, "inputs", inputs);
    line(text, "procedure", facts.procedure());
    line(text, "seed", Long.toString(facts.seed()));
    facts.figures().forEach(figure -> line(text, "validation", figure));
    text.append("\n").append(ReportingSheets.tripodAi(study).markdown());
    text.append("\n").append(ReportingSheets.metrics(study).markdown());
    text.append("\n").append(ReportingSheets.radiomicsQuality(study).markdown());
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("| ").append(key).append(" | ").append(value.replace("|", "\\|")).append(" |\n");
  }
}
