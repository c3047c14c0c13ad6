/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.onnx.OnnxEngine;
import org.recourse.risk.ContributedRiskCatalogue;

/** The shape of the result; no times. */
class InferenceBenchTest {

  private static final EngineCatalogue ONNX =
      new ContributedEngineCatalogue(
          List.of(
              new EngineContribution(
                  new EngineEntry(OnnxEngine.ID, "ONNX Runtime", "test"), OnnxEngine::new)));

  @TempDir Path folder;

  private final List<Finding> findings = new ArrayList<>();

  private List<String> measure(Optional<EngineCatalogue> engines, String... only)
      throws IOException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      var run =
          new BenchRun(
              folder,
              new ContributedRiskCatalogue(List.of()),
              executor,
              List.of(only),
              findings::add);
      return new InferenceBench(() -> engines, Optional::empty)
          .measure(run, new NullProgressMonitor()).stream()
              .map(f -> f.caseName() + " " + f.metric() + " " + f.threads())
              .toList();
    }
  }

  @Test
  void aNetworkIsComparedWithTheFloorOfTheSameRun() throws IOException {
    assertEquals(
        List.of(
            "gemm/floor/fast wallMs 1",
            "fast/forward wallMs 1",
            "fast/forward floorRatio 1",
            "gemm/floor/fast wallMs 2",
            "fast/forward wallMs 2",
            "fast/forward floorRatio 2"),
        measure(Optional.of(ONNX), "gemm/floor/fast", "fast/forward"));
    assertTrue(findings.isEmpty(), findings.toString());
  }

  @Test
  void withoutAnEngineOrATrainerTheResultSaysSo() throws IOException {
    assertEquals(List.of(), measure(Optional.empty(), "fast/forward", "training/fast"));

    assertEquals(3, findings.size(), findings.toString()); // one and two threads, training
    assertTrue(findings.getFirst().text().contains("No engine is installed"));
    assertTrue(findings.getLast().text().contains("No engine that trains"));
  }

  @Test
  void theMachineIsNamedWithItsEngine() {
    var bench = new InferenceBench(() -> Optional.of(ONNX), Optional::empty);

    assertTrue(bench.engine().startsWith("ONNX Runtime 1."), bench.engine());
    assertEquals("cpu", bench.device());
  }
}
