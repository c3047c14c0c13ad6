/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.List;
import org.recourse.cohort.evaluation.Endpoint;

/**
 * What is known about how a model came about.
 *
 * @param endpoint what it predicts
 * @param patientCount patients it was fitted on
 * @param eventCount of them with the event
 * @param centres their centres
 * @param synthetic whether they are made up
 * @param procedure every step in order
 * @param seed decides all choices
 * @param figures what validation came to, a sentence each
 */
public record TrainingFacts(
    Endpoint endpoint,
    int patientCount,
    int eventCount,
    List<String> centres,
    boolean synthetic,
    String procedure,
    long seed,
    List<String> figures) {

  public TrainingFacts {
    centres = List.copyOf(centres);
    figures = List.copyOf(figures);
  }
}
