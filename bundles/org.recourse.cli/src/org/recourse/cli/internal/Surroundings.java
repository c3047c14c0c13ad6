/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.risk.RiskCatalogue;

/**
 * What the commands get from outside. Immutable.
 *
 * @param catalogue installed risk models
 * @param protocols clinical protocols
 * @param out standard output: results only
 * @param err standard error: progress and refusals
 * @param errIsTerminal whether a bar may be drawn on {@code err}
 * @param cacheFolder where the bundled case is kept
 * @param software name and version written into results
 * @param clock time written into results
 */
record Surroundings(
    RiskCatalogue catalogue,
    ProtocolCatalogue protocols,
    PrintWriter out,
    PrintWriter err,
    boolean errIsTerminal,
    Path cacheFolder,
    String software,
    Clock clock) {

  Surroundings {
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(protocols, "protocols");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    Objects.requireNonNull(cacheFolder, "cacheFolder");
    Objects.requireNonNull(software, "software");
    Objects.requireNonNull(clock, "clock");
  }
}
