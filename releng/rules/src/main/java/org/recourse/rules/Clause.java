/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One clause of an OSGi manifest header. Immutable.
 *
 * @param name package or bundle
 * @param parameters attributes ({@code version}) and directives ({@code uses:}, with the colon)
 */
public record Clause(String name, Map<String, String> parameters) {

  public Clause {
    parameters = Map.copyOf(parameters);
  }

  /** Returns an attribute, or a directive if the key ends in a colon. */
  public Optional<String> parameter(String key) {
    return Optional.ofNullable(parameters.get(key));
  }

  /**
   * Splits a header into its clauses. Commas and semicolons in quotes belong to the value; a clause
   * with several names ({@code a;b;version="1"}) becomes one clause for each.
   */
  public static List<Clause> parse(String header) {
    var clauses = new ArrayList<Clause>();
    for (String part : splitOutsideQuotes(header, ',')) {
      var names = new ArrayList<String>();
      var parameters = new LinkedHashMap<String, String>();
      for (String piece : splitOutsideQuotes(part, ';')) {
        int equals = piece.indexOf('=');
        if (equals < 0) {
          names.add(piece.strip());
        } else {
          String value = piece.substring(equals + 1).strip();
          parameters.put(piece.substring(0, equals).strip(), value.replace("\"", ""));
        }
      }
      names.forEach(name -> clauses.add(new Clause(name, parameters)));
    }
    return List.copyOf(clauses);
  }

  private static List<String> splitOutsideQuotes(String text, char separator) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    parts.removeIf(String::isBlank);
    return parts;
  }
}
