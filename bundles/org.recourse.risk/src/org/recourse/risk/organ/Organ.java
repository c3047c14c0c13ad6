/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

/** An organ a published risk model was made on. */
public enum Organ {
  /** Left temporal lobe of the brain. */
  TEMPORAL_LOBE_LEFT("left temporal lobe", "Lobe_Temporal_L"),
  /** Right temporal lobe of the brain. */
  TEMPORAL_LOBE_RIGHT("right temporal lobe", "Lobe_Temporal_R"),
  /** Mucosa of the nasopharynx. */
  NASOPHARYNGEAL_MUCOSA("nasopharyngeal mucosa", "Mucosa_Nasopharynx");

  private final String words;
  private final String preferredName;

  Organ(String words, String preferredName) {
    this.words = words;
    this.preferredName = preferredName;
  }

  /** Returns the organ in words, for the middle of a sentence. */
  public String words() {
    return words;
  }

  /**
   * Returns the name to give a structure: that of AAPM TG-263 for the lobes; for the mucosa a name
   * built by its rules, because TG-263 has none.
   */
  public String preferredName() {
    return preferredName;
  }
}
