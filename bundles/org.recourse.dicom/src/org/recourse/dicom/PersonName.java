/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** DICOM person names as people read them. Stateless. */
public final class PersonName {

  private PersonName() {}

  /**
   * Returns a name such as "Smith, John (史密斯 约翰)" for the DICOM text "Smith^John=史密斯^约翰". The first
   * writing is family name, then the other names; a second writing follows in parentheses, without
   * comma as is usual for ideographs. Middle name, prefix and suffix follow the given name.
   *
   * @param dicomName value of the type PN (person name), DICOM PS3.5 section 6.2.1; may be empty
   */
  public static String readable(String dicomName) {
    List<String> writings = Arrays.stream(dicomName.split("=")).map(String::strip).toList();
    String alphabetic = writings.isEmpty() ? "" : joined(writings.getFirst(), ", ");
    String others =
        writings.stream()
            .skip(1)
            .map(writing -> joined(writing, " "))
            .filter(writing -> !writing.isEmpty())
            .collect(Collectors.joining(", "));
    if (alphabetic.isEmpty() || others.isEmpty()) {
      return alphabetic + others;
    }
    return alphabetic + " (" + others + ")";
  }

  private static String joined(String writing, String afterFamily) {
    List<String> parts =
        Arrays.stream(writing.split("\\^")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (parts.isEmpty()) {
      return "";
    }
    String others = String.join(" ", parts.subList(1, parts.size()));
    return others.isEmpty() ? parts.getFirst() : parts.getFirst() + afterFamily + others;
  }
}
