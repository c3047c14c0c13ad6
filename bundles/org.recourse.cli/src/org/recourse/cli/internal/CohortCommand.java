/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import picocli.CommandLine.Command;

/** Many patients; its subcommands do the work. */
@Command(
    name = "cohort",
    mixinStandardHelpOptions = true,
    description = "Many patients: synthetic cohorts, features, training and evaluation.",
    synopsisSubcommandLabel = "synth|extract|train|evaluate")
final class CohortCommand {}
