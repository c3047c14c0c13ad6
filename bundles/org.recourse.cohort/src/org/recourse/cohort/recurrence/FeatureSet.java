/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

/** What a model of the paper reads. */
public enum FeatureSet {
  /** Handcrafted features. */
  MODEL_I("Model I", false, false),
  /** Handcrafted and deep features. */
  MODEL_II("Model II", true, false),
  /** Handcrafted, deep and clinical features. */
  MODEL_III("Model III", true, true);

  private final String title;
  private final boolean deep;
  private final boolean clinical;

  FeatureSet(String title, boolean deep, boolean clinical) {
    this.title = title;
    this.deep = deep;
    this.clinical = clinical;
  }

  public String title() {
    return title;
  }

  public boolean deep() {
    return deep;
  }

  public boolean clinical() {
    return clinical;
  }
}
