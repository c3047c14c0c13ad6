/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeAndVerifyTest {

  @TempDir private Path folder;

  private CommandLineHarness commandLine;

  @BeforeEach
  void start() {
    commandLine = new CommandLineHarness(folder.resolve("cache"));
  }

  @Test
  void aDamagedPackageIsAnErrorInLineAndJson() throws IOException {
    Path model = Files.createDirectories(folder.resolve("models").resolve("broken"));
    Files.writeString(model.resolve("model.json"), "{");

    CommandLineHarness.Outcome lines =
        commandLine.run("models", "verify", folder.resolve("models").toString(), "--quiet");
    assertEquals(1, lines.exitCode());
    assertTrue(lines.out().startsWith("refused\tThe model package is refused"), lines.out());

    CommandLineHarness.Outcome outcome =
        commandLine.run("models", "verify", model.toString(), "--json", "-", "--quiet");
    assertEquals(1, outcome.exitCode());
    JsonObject result = outcome.json();
    assertEquals("recourse/models/1", result.get("schema").getAsString());
    JsonObject first = result.getAsJsonArray("packages").get(0).getAsJsonObject();
    assertEquals(false, first.get("sound").getAsBoolean());
    assertTrue(first.get("reason").getAsString().contains("model.json"));
    assertEquals(1, result.getAsJsonArray("findings").size());
  }

  @Test
  void aFolderWithoutPackagesIsRefused() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("models", "verify", folder.toString(), "--quiet");
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("no model package"), outcome.err());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "--port, 70000, no address",
    "--port, -1, no address",
    "--queue, -1, at least one request",
    "--body-mib, 0, at least one request",
    "--body-mib, 4096, overflow",
    "--token-file, nowhere, cannot be read",
    "--key-store, nowhere, --key-store-password-file"
  })
  void wrongOptionsOfTheServerAreOneLine(String option, String value, String sentence) {
    CommandLineHarness.Outcome outcome = commandLine.run("serve", option, value, "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines(), outcome.err());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }
}
