/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import org.recourse.model.Beam;

/**
 * A beam as it was when the snapshot was taken. Immutable.
 *
 * @param number Beam Number (300A,00C0)
 * @param name name for people
 * @param weight factor on the imported beam dose; 1 is the imported weight
 * @param enabled whether the beam is part of the plan
 */
public record BeamState(int number, String name, double weight, boolean enabled) {

  static BeamState of(Beam beam) {
    return new BeamState(
        beam.getNumber(), Texts.of(beam.getName()), beam.getWeight(), beam.isEnabled());
  }

  /** Returns the factor on the imported beam dose: the weight, or 0 for a beam switched off. */
  public double factor() {
    return enabled ? weight : 0;
  }
}
