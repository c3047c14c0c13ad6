/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A DICOM person name as people read it. Components are joined by ^ (family, given, middle, prefix,
 * suffix) and writings of the same name by = (alphabetic, ideographic, phonetic). Alphabetic names
 * become "Family, Given Middle", ideographic ones are written without a space; the phonetic writing
 * is left out. Stateless.
 */
final class PersonNameText {

  private static final int IDEOGRAPHIC = 1;
  private static final int SHOWN_WRITINGS = 2;

  private PersonNameText() {}

  static String of(String personName) {
    String[] writings = personName.split("=");
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(writings.length, SHOWN_WRITINGS); i++) {
      String[] components = writings[i].split("\\^");
      String text = i == IDEOGRAPHIC ? joined("", components) : alphabetic(components);
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join("  ", parts);
  }

  private static String alphabetic(String[] components) {
    String family = components.length > 0 ? components[0].strip() : "";
    String others =
        components.length > 1
            ? joined(" ", Arrays.copyOfRange(components, 1, components.length))
            : "";
    return family.isEmpty() || others.isEmpty() ? family + others : family + ", " + others;
  }

  private static String joined(String between, String... components) {
    return String.join(
        between,
        Arrays.stream(components).map(String::strip).filter(part -> !part.isEmpty()).toList());
  }
}
