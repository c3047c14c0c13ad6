/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DicomUidTest {

  @Test
  void followsFromTheName() {
    String uid = DicomUid.ofName("recourse bundled case");

    assertEquals(uid, DicomUid.ofName("recourse bundled case"));
    assertNotEquals(uid, DicomUid.ofName("recourse bundled case 2"));
  }

  @Test
  void isAValidUid() {
    for (int i = 0; i < 1000; i++) {
      assertTrue(DicomUid.ofName("name " + i).matches("2\\.25\\.[1-9][0-9]{0,38}"));
    }
  }
}
