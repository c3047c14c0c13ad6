/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineState;

class EngineRowTest {

  private static final EngineEntry ENTRY = new EngineEntry("a", "Engine A", "bundle.a");
  private static final String MEMORY = "3.0 of 16.0 GiB free";

  @Test
  void anEngineThatIsAskedSaysNothingYet() {
    var row = new EngineRow(ENTRY, Optional.empty(), MEMORY);
    assertEquals("asking…", row.stateText());
    assertEquals("", row.version() + row.devices() + row.memoryText());
    assertEquals("From bundle.a.", row.sentence());
  }

  @Test
  void anAvailableEngineShowsDevicesAndMemory() {
    var row = row(new EngineState.Ready("1.2", List.of(Device.CPU), List.of()));
    assertEquals("available", row.stateText());
    assertEquals("1.2", row.version());
    assertEquals("CPU", row.devices());
    assertEquals(MEMORY, row.memoryText());
  }

  @Test
  void theMemoryOfAServerIsNotThatOfThisMachine() {
    var server = new Device(Device.Kind.REMOTE, 0, "gpu.example");
    var row =
        row(
            new EngineState.Ready(
                "Triton 2", List.of(server), List.of(Finding.warning("Not encrypted.", "a"))));
    assertEquals("with reservations", row.stateText());
    assertEquals("", row.memoryText());
    assertEquals("Not encrypted. From bundle.a.", row.sentence());
  }

  @Test
  void anUnavailableEngineSaysWhy() {
    var row = row(new EngineState.Unavailable("No library."));
    assertEquals("not available", row.stateText());
    assertEquals("No library. From bundle.a.", row.sentence());
  }

  private static EngineRow row(EngineState state) {
    return new EngineRow(ENTRY, Optional.of(state), MEMORY);
  }
}
