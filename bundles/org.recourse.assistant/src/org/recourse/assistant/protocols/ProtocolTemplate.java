/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.List;
import java.util.Objects;

/**
 * A protocol: what a plan is to be judged by. Immutable.
 *
 * @param id stored in results; never changes its meaning
 * @param title name for people
 * @param summary whom it is for, in a sentence
 * @param conditions whom it applies to; of all goals
 * @param tissues its alpha/beta set
 * @param schedules fractionations it names
 * @param goals its goals, in the order of the file
 * @param contributor bundle it comes from
 */
public record ProtocolTemplate(
    String id,
    String title,
    String summary,
    List<ProtocolCondition> conditions,
    List<ProtocolTissue> tissues,
    List<ProtocolSchedule> schedules,
    List<ProtocolGoal> goals,
    String contributor) {

  public ProtocolTemplate {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a protocol has an id and a title");
    }
    Objects.requireNonNull(summary, "summary");
    conditions = List.copyOf(conditions);
    tissues = List.copyOf(tissues);
    schedules = List.copyOf(schedules);
    goals = List.copyOf(goals);
    Objects.requireNonNull(contributor, "contributor");
  }
}
