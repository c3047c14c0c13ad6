/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import org.aoju.bus.image.galaxy.data.ElementDictionary;

/** Names of DICOM attributes for people. Stateless. */
public final class Tags {

  private Tags() {}

  /** Returns {@code (gggg,eeee) Keyword}. */
  public static String nameOf(int tag) {
    String keyword = ElementDictionary.keywordOf(tag, null);
    String number = String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    return keyword == null || keyword.isEmpty() ? number : number + " " + keyword;
  }
}
