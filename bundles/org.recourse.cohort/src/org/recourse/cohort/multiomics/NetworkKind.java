/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.List;

/** One of the eight networks of the paper. */
public enum NetworkKind {
  T1(List.of("T1"), false),
  T1C(List.of("T1C"), false),
  T2(List.of("T2"), false),
  ALL(List.of("T1", "T1C", "T2"), false),
  T1_DOSE(List.of("T1"), true),
  T1C_DOSE(List.of("T1C"), true),
  T2_DOSE(List.of("T2"), true),
  ALL_DOSE(List.of("T1", "T1C", "T2"), true);

  private final List<String> sequences;
  private final boolean dose;

  NetworkKind(List<String> sequences, boolean dose) {
    this.sequences = sequences;
    this.dose = dose;
  }

  /** MR sequences whose features it reads. */
  public List<String> sequences() {
    return sequences;
  }

  /** Whether it reads the dose. */
  public boolean dose() {
    return dose;
  }

  /** As in the tables of the paper, such as {@code T1+T1C+T2+Dose}. */
  public String title() {
    return String.join("+", sequences) + (dose ? "+Dose" : "");
  }

  /** The network of the same sequences without dose. */
  public NetworkKind withoutDose() {
    return values()[ordinal() % (values().length / 2)];
  }
}
