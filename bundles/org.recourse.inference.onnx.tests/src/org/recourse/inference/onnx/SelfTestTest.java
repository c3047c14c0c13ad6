/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.selftest.SelfTest;

/** The known network through the real engine. */
class SelfTestTest {

  @Test
  void theEngineAgreesWithTheClosedForm() {
    var entry = new EngineEntry(OnnxEngine.ID, "ONNX Runtime", "org.recourse.inference.onnx");
    var catalogue =
        new ContributedEngineCatalogue(List.of(new EngineContribution(entry, OnnxEngine::new)));

    SelfTest.Outcome outcome =
        new SelfTest(catalogue).run(OnnxEngine.ID, EngineOptions.cpu(1), null);

    var passed = assertInstanceOf(SelfTest.Outcome.Passed.class, outcome, outcome.sentence());
    assertEquals(
        "Score and dose gradient on CPU agree with the closed form within 10⁻⁶.",
        passed.sentence());
    assertTrue(passed.largestError() > 0, "single precision is not exact");
  }
}
