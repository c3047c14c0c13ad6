/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.ui.session.IsodoseLevels;

class IsodoseTextTest {

  @Test
  void readsPercentAndGray() {
    assertEquals(
        new IsodoseText.Reading.Levels(new IsodoseLevels.OfPrescription(List.of(50.0, 95.0))),
        IsodoseText.read(" 95; 50 %"));
    assertEquals(
        new IsodoseText.Reading.Levels(new IsodoseLevels.Absolute(List.of(20.0, 45.5))),
        IsodoseText.read("20, 45.5 gy"));
  }

  @Test
  void noLevelsAreNoLines() {
    assertEquals(
        new IsodoseText.Reading.Levels(new IsodoseLevels.Absolute(List.of())),
        IsodoseText.read("Gy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50 80", "50 x %", "0 Gy", "-5 %", "1e999 Gy"})
  void saysWhatCannotBeRead(String text) {
    assertInstanceOf(IsodoseText.Reading.Unreadable.class, IsodoseText.read(text));
  }

  @Test
  void whatIsWrittenCanBeRead() {
    IsodoseLevels levels = new IsodoseLevels.OfPrescription(List.of(33.3, 95.0));

    assertEquals("33.3 95 %", IsodoseText.of(levels));
    assertEquals(new IsodoseText.Reading.Levels(levels), IsodoseText.read(IsodoseText.of(levels)));
  }
}
