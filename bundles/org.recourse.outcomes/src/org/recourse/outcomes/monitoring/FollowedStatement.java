/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import java.util.Objects;
import org.recourse.outcomes.registry.Assessment;

/**
 * A statement whose outcome is known.
 *
 * @param assessment the statement
 * @param event whether the outcome occurred within the horizon
 */
public record FollowedStatement(Assessment assessment, boolean event) {
  public FollowedStatement {
    Objects.requireNonNull(assessment, "assessment");
  }
}
