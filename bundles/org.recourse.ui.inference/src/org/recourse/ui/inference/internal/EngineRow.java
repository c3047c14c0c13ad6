/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineState;

/**
 * A row of the table of engines. Immutable.
 *
 * @param entry the engine
 * @param state what it says; empty while it is being asked
 * @param memory memory of this machine, as text
 */
record EngineRow(EngineEntry entry, Optional<EngineState> state, String memory) {

  String stateText() {
    return state
        .map(
            known ->
                switch (known) {
                  case EngineState.Ready ready ->
                      ready.findings().isEmpty() ? "available" : "with reservations";
                  case EngineState.Unavailable unavailable -> "not available";
                })
        .orElse("asking…");
  }

  String version() {
    return ready().map(EngineState.Ready::version).orElse("");
  }

  String devices() {
    return ready()
        .map(ready -> ready.devices().stream().map(Device::name).collect(Collectors.joining(", ")))
        .orElse("");
  }

  /** Memory of graphics cards and servers is not told by the engines. */
  String memoryText() {
    boolean here =
        ready()
            .filter(
                ready ->
                    ready.devices().stream().anyMatch(device -> device.kind() == Device.Kind.CPU))
            .isPresent();
    return here ? memory : "";
  }

  private Optional<EngineState.Ready> ready() {
    return state.filter(EngineState.Ready.class::isInstance).map(EngineState.Ready.class::cast);
  }

  /** Returns everything there is to say, for below the table. */
  String sentence() {
    List<String> sentences = new ArrayList<>();
    state.ifPresent(
        known -> {
          switch (known) {
            case EngineState.Ready ready ->
                ready.findings().stream().map(Finding::text).forEach(sentences::add);
            case EngineState.Unavailable(String sentence) -> sentences.add(sentence);
          }
        });
    sentences.add("From " + entry.contributor() + ".");
    return String.join(" ", sentences);
  }
}
