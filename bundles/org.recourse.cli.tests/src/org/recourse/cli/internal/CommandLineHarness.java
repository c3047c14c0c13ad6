/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/** Runs the command line in memory and keeps what it wrote. */
final class CommandLineHarness {

  /** What a command gave. */
  record Outcome(int exitCode, String out, String err) {

    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }

    long errLines() {
      return err.lines().count();
    }
  }

  private final Path cacheFolder;
  private final TrainingServices training;

  CommandLineHarness(Path cacheFolder) {
    this(cacheFolder, TrainingServices.ofFramework());
  }

  CommandLineHarness(Path cacheFolder, TrainingServices training) {
    this.cacheFolder = cacheFolder;
    this.training = training;
  }

  Outcome run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var surroundings =
        new Surroundings(
            ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk"),
            ProtocolCatalogue.NONE,
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            cacheFolder,
            "ReCourse test",
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    int exitCode =
        new CommandLineTool(surroundings, Engines.ofFramework(), training).run(arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
