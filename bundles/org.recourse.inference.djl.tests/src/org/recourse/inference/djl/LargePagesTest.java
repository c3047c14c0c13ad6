/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Library;
import com.sun.jna.Native;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LargePagesTest {

  private static final String SETTING = "THP_MEM_ALLOC_ENABLE";

  interface Environment extends Library {
    String getenv(String name);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nativeCodeReadsTheWishUnlessTheUserChoseOtherwise() {
    LargePages.ask();

    String ofUser = System.getenv(SETTING);
    assertEquals(
        ofUser == null ? "1" : ofUser, Native.load("c", Environment.class).getenv(SETTING));
  }
}
