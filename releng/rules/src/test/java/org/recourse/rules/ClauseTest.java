/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClauseTest {

  @Test
  void commasAndSemicolonsInQuotesBelongToTheValue() {
    assertEquals(
        List.of(
            new Clause("a", Map.of("version", "[1,2)")),
            new Clause("b.c", Map.of("uses:", "x,y;z", "version", "1"))),
        Clause.parse("a;version=\"[1,2)\",b.c;uses:=\"x,y;z\";version=1"));
  }

  @Test
  void severalNamesShareTheirParameters() {
    assertEquals(
        List.of(
            new Clause("a", Map.of("version", "1.0")), new Clause("b", Map.of("version", "1.0"))),
        Clause.parse("a; b ;version=1.0"));
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertEquals(Optional.empty(), Clause.parse("a").getFirst().parameter("version"));
    assertEquals(List.of(), Clause.parse("  "));
  }
}
