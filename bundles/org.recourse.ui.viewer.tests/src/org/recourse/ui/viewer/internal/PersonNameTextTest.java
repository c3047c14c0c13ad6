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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTextTest {

  @ParameterizedTest
  @CsvSource({
    "Wang^XiaoDong=王^小东, 'Wang, XiaoDong  王小东'",
    "Wang^XiaoDong=王^小东=ㄨㄤ^ㄒㄧㄠ, 'Wang, XiaoDong  王小东'",
    "Doe^John^^Dr, 'Doe, John Dr'",
    "Doe, Doe",
    "'', ''",
    "^^=王, 王"
  })
  void namesAreReadable(String dicom, String shown) {
    assertEquals(shown, PersonNameText.of(dicom));
  }
}
