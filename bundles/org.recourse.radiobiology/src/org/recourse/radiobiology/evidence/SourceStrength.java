/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.evidence;

/** How well a number is supported by what was read. */
public enum SourceStrength {
  /** Read in the named source. */
  READ("R", "read in the source"),
  /** Read in an abstract only. */
  ABSTRACT("A", "read in the abstract only"),
  /** Taken from a secondary source. */
  SECONDARY("S", "from a secondary source"),
  /** Recalled; the source was not read. */
  RECALLED("M", "recalled, source not read"),
  /** Entered by the user, who answers for it. */
  USER("U", "entered by the user");

  private final String tag;
  private final String text;

  SourceStrength(String tag, String text) {
    this.tag = tag;
    this.text = text;
  }

  /** Returns the one-letter tag used in tables. */
  public String tag() {
    return tag;
  }

  /** Returns the meaning in words. */
  public String text() {
    return text;
  }

  /** Returns whether numbers of this strength are shown only, until somebody has read the page. */
  public boolean isDraft() {
    return switch (this) {
      case READ, ABSTRACT, USER -> false;
      case SECONDARY, RECALLED -> true;
    };
  }
}
