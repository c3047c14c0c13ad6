/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;

/** Which device is taken, and what is said, with a card that is absent, works, or is broken. */
class GraphicsCardTest {

  private static final EngineOptions PROCESSOR = EngineOptions.cpu(2);
  private static final EngineOptions FASTEST = EngineOptions.fastest(2);
  private static final EngineOptions CARD = new EngineOptions(2, Device.Kind.CUDA);

  private final AtomicInteger trials = new AtomicInteger();

  private GraphicsCard card(boolean offered, GraphicsCard.Trial trial) {
    return new GraphicsCard(
        "test",
        "Test engine",
        () -> offered,
        () -> {
          trials.incrementAndGet();
          trial.run();
        });
  }

  private static String only(List<Finding> findings) {
    assertEquals(1, findings.size(), findings.toString());
    return findings.getFirst().text();
  }

  @Test
  void aCardThatWorksIsTakenUnasked() {
    GraphicsCard card = card(true, () -> {});

    assertTrue(card.isChosen(FASTEST));
    assertTrue(card.isChosen(CARD));
    assertFalse(card.isChosen(PROCESSOR), "who asks for the processor gets it");
    assertEquals(Device.Kind.CUDA, card.devices().getFirst().kind());
    assertEquals(List.of(), card.findings(FASTEST));
    assertEquals(1, trials.get(), "tried once");
  }

  @Test
  void withoutSupportNothingIsSaidUnlessItWasAskedFor() {
    GraphicsCard card = card(false, () -> {});

    assertFalse(card.isChosen(FASTEST));
    assertEquals(List.of(Device.CPU), card.devices());
    assertEquals(List.of(), card.findings());
    assertEquals(List.of(), card.findings(FASTEST));
    assertTrue(only(card.findings(CARD)).contains("has no support for one"));
    assertEquals(0, trials.get());
  }

  @Test
  void aBrokenCardIsNeverSilent() {
    GraphicsCard card =
        card(
            true,
            () -> {
              throw new IllegalStateException("no libcudnn.so.9\nand a long trace");
            });

    assertFalse(card.isChosen(FASTEST));
    assertEquals(List.of(Device.CPU), card.devices());
    assertTrue(only(card.findings(FASTEST)).contains("(no libcudnn.so.9)"));
    assertTrue(only(card.findings(CARD)).contains("the processor computes"));
    assertTrue(only(card.findings()).contains("Check the driver"));
    assertEquals(List.of(), card.findings(PROCESSOR));
  }

  @Test
  void nativesThatDoNotLinkAreABrokenCard() {
    GraphicsCard card =
        card(
            true,
            () -> {
              throw new UnsatisfiedLinkError("libcublas.so.12: cannot open");
            });

    assertTrue(only(card.findings(FASTEST)).contains("libcublas.so.12"));
  }
}
