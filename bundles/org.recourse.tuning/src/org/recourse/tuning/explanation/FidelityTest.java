/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.Objects;

/**
 * Whether removing what is said to matter changes the risk as said. Immutable.
 *
 * @param claim what is tested
 * @param said change of the score by the explanation
 * @param found change of the score when the model is asked
 * @param passed whether they agree as the test demands
 * @param text the test in words, with its numbers
 */
public record FidelityTest(String claim, double said, double found, boolean passed, String text) {
  public FidelityTest {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(text, "text");
  }
}
