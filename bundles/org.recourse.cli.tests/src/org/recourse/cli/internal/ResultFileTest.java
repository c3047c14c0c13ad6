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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.finding.Finding;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;

class ResultFileTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @Test
  void replacesTheOldFileInOneStep() throws IOException, RefusalException {
    Path file = folder.resolve("result.json");
    Files.writeString(file, "old");

    new ResultFile(file.toString()).write("new", new PrintWriter(out));

    assertEquals("new", Files.readString(file).strip());
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aDashIsStandardOutput() throws RefusalException {
    new ResultFile("-").write("text", new PrintWriter(out));

    assertEquals("text", out.toString().strip());
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    var file = new ResultFile(folder.resolve("no/such/folder.json").toString());

    RefusalException refusal =
        assertThrows(RefusalException.class, () -> file.write("text", new PrintWriter(out)));

    assertTrue(refusal.getMessage().contains("folder.json"));
  }

  @Test
  void neverWritesANumberThatIsNotFinite() {
    var surroundings =
        new Surroundings(
            ContributedRiskCatalogue.of(List.of(), "none"),
            ProtocolCatalogue.NONE,
            new PrintWriter(out),
            new PrintWriter(out),
            false,
            folder,
            "test",
            Clock.systemUTC());
    var result = new JsonResult("test", surroundings);
    var object = new JsonObject();

    result.number(object, "doseGy", Double.NaN, "Lens");
    result.number(object, "otherGy", 1.5, "Lens");

    assertFalse(object.has("doseGy"));
    assertEquals(1.5, object.get("otherGy").getAsDouble());
    assertEquals(ExitCode.DONE_WITH_ERRORS, ExitCode.of(result.findings()));
    assertTrue(result.text().contains("doseGy"));
    assertEquals(ExitCode.DONE, ExitCode.of(List.of(Finding.warning("A doubt.", ""))));
  }
}
