/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.risk.MrSequence;

/**
 * What a model reads: features of MR sequences, with or without the dose. Immutable.
 *
 * @param sequences in the order of {@link MrSequence}, at least one
 * @param dose whether it reads the dose
 */
public record ModelInputs(List<MrSequence> sequences, boolean dose) {

  public ModelInputs {
    sequences = sequences.stream().distinct().sorted().toList();
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("a model reads at least one sequence");
    }
  }

  /** Returns the eight models of Gao 2025: T1, T1C, T2 and all three, without and with dose. */
  public static List<ModelInputs> eight() {
    List<ModelInputs> eight = new ArrayList<>();
    for (boolean dose : new boolean[] {false, true}) {
      for (MrSequence sequence : MrSequence.values()) {
        eight.add(new ModelInputs(List.of(sequence), dose));
      }
      eight.add(new ModelInputs(List.of(MrSequence.values()), dose));
    }
    return List.copyOf(eight);
  }

  /** Returns the middle part of an id, such as {@code t1-t1c-t2-dose}. */
  public String word() {
    String names =
        String.join("-", sequences.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
    return dose ? names + "-dose" : names;
  }

  /** Returns the inputs for people, such as {@code T1 + T1C + T2 + dose}. */
  public String title() {
    String names = String.join(" + ", sequences.stream().map(Enum::name).toList());
    return dose ? names + " + dose" : names;
  }
}
