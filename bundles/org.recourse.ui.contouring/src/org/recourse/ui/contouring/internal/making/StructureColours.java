/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import org.recourse.model.StructureType;

/** First colours of structures: targets warm, organs cool. Stateless. */
public final class StructureColours {

  private static final int[] TARGET_RGB = {0xe4572e, 0xf29e4c, 0xf1c453, 0xd81e5b, 0xff7f51};
  private static final int[] ORGAN_RGB = {0x4c9be8, 0x5fc9c0, 0x8e7cc3, 0x76c893, 0x6a9fb5};
  private static final int[] OTHER_RGB = {0x9aa5b1, 0xb0a990, 0xa3b18a};

  private StructureColours() {}

  /** The colour of the n-th structure, 0xRRGGBB; colours repeat. */
  public static int first(StructureType type, int position) {
    int[] colours =
        switch (type) {
          case GTV, CTV, PTV -> TARGET_RGB;
          case ORGAN -> ORGAN_RGB;
          case EXTERNAL, AVOIDANCE, OTHER -> OTHER_RGB;
        };
    return colours[Math.floorMod(position, colours.length)];
  }
}
