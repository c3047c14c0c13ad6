/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the number of a model is shared out among its inputs. Immutable.
 *
 * @param shares largest first; empty where the model cannot be asked without some of its inputs
 * @param fidelity the test that the shares add to the difference they share out
 * @param sentence what has no share, and why; empty text if every kind of input has one
 */
public record InputShares(
    List<InputShare> shares, Optional<FidelityTest> fidelity, String sentence) {
  public InputShares {
    shares = List.copyOf(shares);
    Objects.requireNonNull(fidelity, "fidelity");
    Objects.requireNonNull(sentence, "sentence");
  }

  static InputShares none(String sentence) {
    return new InputShares(List.of(), Optional.empty(), sentence);
  }
}
