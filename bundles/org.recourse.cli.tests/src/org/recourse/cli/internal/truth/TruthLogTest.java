/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthLogTest {

  @TempDir private Path folder;

  private static final TruthRecord WITHOUT =
      new TruthRecord(
          "site", 3, false, true, true, 0.25, 0.125, Optional.empty(), List.of(), List.of("Far."));

  private static final TruthRecord WITH =
      new TruthRecord(
          "standard",
          17,
          true,
          true,
          false,
          1.0 / 3,
          0.1,
          Optional.of(
              new TruthRecord.Accepted(
                  -0.05, 0.07, 0.09, -0.01, -0.001, List.of("PTV D95"), List.of(0.9, 1.1))),
          List.of("target.gtvD98"),
          List.of());

  private TruthLog log() {
    return new TruthLog(folder.resolve("in/campaign.jsonl"), "networks 12ab, seed 91");
  }

  @Test
  void goesOnAfterWhatItHolds() throws IOException {
    assertEquals(List.of(), log().open());
    log().add(WITHOUT);
    log().add(WITH);

    assertEquals(List.of(WITHOUT, WITH), log().open());
  }

  @Test
  void aLineThatWasCutShortIsDoneAgain() throws IOException {
    log().open();
    log().add(WITHOUT);
    log().add(WITH);
    String text = Files.readString(log().file());
    Files.writeString(log().file(), text.substring(0, text.length() - 20));

    assertEquals(List.of(WITHOUT), log().open());
    log().add(WITH);
    assertEquals(List.of(WITHOUT, WITH), log().open());
  }

  @Test
  void refusesTheLogOfAnotherCampaign() throws IOException {
    log().open();
    log().add(WITH);
    var other = new TruthLog(log().file(), "networks 34cd, seed 91");

    var refusal = assertThrows(IOException.class, other::open);

    assertTrue(refusal.getMessage().contains("another campaign"), refusal.getMessage());
  }

  @Test
  void saysWhichLineCannotBeRead() throws IOException {
    log().open();
    Files.writeString(log().file(), Files.readString(log().file()) + "no JSON {\n");

    var refusal = assertThrows(IOException.class, log()::open);

    assertTrue(refusal.getMessage().contains("no JSON {"), refusal.getMessage());
  }
}
