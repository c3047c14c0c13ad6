/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recourse.assistant.numbers.StructureState;

/**
 * Names of structures a goal is for. Immutable.
 *
 * <p>A name matches the name in the file or the TG-263 name, in any case, with blanks, hyphens and
 * underscores alike; a name that ends in {@code *} matches every name that begins so. {@code
 * type:PTV} (GTV, CTV, PTV) matches every structure of that type.
 *
 * @param patterns at least one
 */
public record StructureNames(List<String> patterns) {

  private static final String TYPE = "type:";

  public StructureNames {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty() || patterns.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("at least one name, none blank: " + patterns);
    }
  }

  /** Reads names separated by commas. */
  public static StructureNames parse(String text) {
    return new StructureNames(
        Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /** Returns the names for people. */
  public String text() {
    return String.join(", ", patterns);
  }

  public boolean matches(StructureState structure) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, structure));
  }

  private static boolean matches(String pattern, StructureState structure) {
    if (pattern.startsWith(TYPE)) {
      return structure.type().getLiteral().equalsIgnoreCase(pattern.substring(TYPE.length()));
    }
    return matches(plain(pattern), plain(structure.name()))
        || matches(plain(pattern), plain(structure.tg263Name()));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : !name.isEmpty() && name.equals(pattern);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
