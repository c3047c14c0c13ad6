/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.check;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An organ whose injury kills or cripples, so that a proposal says when nothing watches over it.
 *
 * @param name name after TG-263
 * @param others other names in use, lower case, without blanks and underscores
 */
public record CriticalOrgan(String name, List<String> others) {

  /** Carotids, brainstem, optic structures and temporal lobes. */
  public static final List<CriticalOrgan> STANDARD =
      List.of(
          new CriticalOrgan("A_Carotid_L", List.of("carotidl", "carotidleft", "leftcarotid")),
          new CriticalOrgan("A_Carotid_R", List.of("carotidr", "carotidright", "rightcarotid")),
          new CriticalOrgan("Brainstem", List.of("brainstemprv")),
          new CriticalOrgan("OpticChiasm", List.of("chiasm", "chiasma")),
          new CriticalOrgan("OpticNrv_L", List.of("opticnervel", "leftopticnerve")),
          new CriticalOrgan("OpticNrv_R", List.of("opticnerver", "rightopticnerve")),
          new CriticalOrgan("Lobe_Temporal_L", List.of("temporallobel", "lefttemporallobe")),
          new CriticalOrgan("Lobe_Temporal_R", List.of("temporallober", "righttemporallobe")));

  public CriticalOrgan {
    Objects.requireNonNull(name, "name");
    others = List.copyOf(others);
  }

  /** Returns whether a structure of this name is the organ. */
  public boolean isNamed(String structureName) {
    String plain = plain(structureName);
    return plain.equals(plain(name)) || others.contains(plain);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }
}
