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

/** The command line as a whole; without a command it is wrong usage. */
@Command(
    name = "recourse",
    mixinStandardHelpOptions = true,
    description = {
      "Planning a second course of radiotherapy, without a window.",
      "Research only, not for clinical decisions."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "CASE is a case folder, or the word 'bundled' for the synthetic case in the product.",
      "Exit codes: 0 done, 1 done with errors among the findings, 2 refused, 130 cancelled."
    })
final class RecourseCommand {}
