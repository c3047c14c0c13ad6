/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/**
 * What a model was trained on.
 *
 * @param description patients, centre, period, exclusions
 * @param synthetic whether the patients are made up; such a model shows nothing about real people
 * @param patientCount patients, at least one
 * @param eventCount patients with the outcome, not more than the patients
 */
public record TrainingData(
    String description, boolean synthetic, int patientCount, int eventCount) {

  public TrainingData {
    if (description.isBlank()) {
      throw new IllegalArgumentException("training data need a description");
    }
    if (patientCount < 1 || eventCount < 0 || eventCount > patientCount) {
      throw new IllegalArgumentException(
          "impossible counts: " + eventCount + " events in " + patientCount + " patients");
    }
  }
}
