/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be trained.
 *
 * @param system which of the three systems
 * @param quick small settings to look at the way, not at the figures
 * @param seed decides everything random
 * @param packages folder for the model packages; empty: they are not kept
 */
record TrainRequest(TrainedSystem system, boolean quick, long seed, Optional<Path> packages) {
  TrainRequest {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(packages, "packages");
  }
}
