/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.Objects;
import java.util.Optional;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * A fractionation named by a protocol. Immutable.
 *
 * @param title name for people
 * @param fractionation dose and fractions
 * @param daily fractions of a day; empty if the hours between them are not stated
 * @param source where it comes from
 */
public record ProtocolSchedule(
    String title, Fractionation fractionation, Optional<DailySchedule> daily, Source source) {
  public ProtocolSchedule {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(fractionation, "fractionation");
    Objects.requireNonNull(daily, "daily");
    Objects.requireNonNull(source, "source");
  }
}
