/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PersonNameTest {

  @Test
  void familyAndGivenNameAreReadWithTheIdeographsInParentheses() {
    assertEquals("Wang, XiaoDong (王 小东)", PersonName.readable("Wang^XiaoDong=王^小东"));
    assertEquals("Smith, John Q Dr", PersonName.readable("Smith^John^Q^Dr"));
  }

  @Test
  void whatIsMissingLeavesNoTrace() {
    assertEquals("Smith", PersonName.readable("Smith^^^^"));
    assertEquals("王 小东", PersonName.readable("=王^小东"));
    assertEquals("山田, 太郎", PersonName.readable("山田^太郎"));
    assertEquals("", PersonName.readable(""));
    assertEquals("", PersonName.readable("^="));
  }
}
