/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.ui.widget.PaintedText;

class RiskLineTest {

  private Shell shell;
  private RiskLine line;

  @BeforeEach
  void open() {
    shell = new Shell(displayOrSkip());
    shell.setLayout(new GridLayout());
    shell.setSize(400, 300);
    line = new RiskLine(shell, score(0.65));
    line.show(score(0.65), OptionalDouble.of(0.02), Optional.empty());
    shell.open();
    shell.layout(true, true);
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  @AfterEach
  void close() {
    if (shell != null) { // without a display there is none
      shell.dispose();
    }
  }

  private static RiskAssessment score(double value) {
    return RiskSignsTest.risk("a", RiskSignsTest.probability(value, 0.1, 0.9), true);
  }

  private List<PaintedText> texts() {
    return Arrays.stream(((Composite) shell.getChildren()[0]).getChildren())
        .map(PaintedText.class::cast)
        .toList();
  }

  @Test
  void everyTextIsGreyUntilItIsCurrent() {
    assertTrue(texts().stream().noneMatch(PaintedText::isGrey));

    line.setStale(true);
    assertTrue(texts().stream().allMatch(PaintedText::isGrey));
    assertTrue(line.words().endsWith("being recomputed"), line.words());

    line.show(score(0.66), OptionalDouble.of(0.01), Optional.empty());
    assertTrue(texts().stream().allMatch(PaintedText::isGrey), "a number does not say it is new");

    line.setStale(false);
    assertTrue(texts().stream().noneMatch(PaintedText::isGrey));
  }

  @Test
  void whatIsNoNumberStaysGrey() {
    RiskResult none =
        new RiskResult.NotApplicable(List.of("The dose is missing."), List.of(), List.of());

    line.show(RiskSignsTest.risk("a", none, true), OptionalDouble.empty(), Optional.empty());

    assertEquals(
        List.of(true), texts().stream().filter(PaintedText::isGrey).map(t -> true).toList());
  }

  @Test
  void wantsRoomOnlyWhereItsHeightChanges() {
    assertFalse(line.show(score(0.66), OptionalDouble.of(0.03), Optional.empty()));
    assertTrue(line.show(score(0.66), OptionalDouble.empty(), Optional.empty()), "a text went");
  }

  @Test
  void readersOfTheScreenAreToldTheWholeLine() {
    assertTrue(line.words().startsWith("Model a, "), line.words());
    assertTrue(line.words().contains("0.65"), line.words());
    assertTrue(line.words().contains("+0.02 by this edit"), line.words());
  }
}
