/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.dicom.internal.imports.Tg263Names;

/**
 * Suggests names of AAPM TG-263 (DOI 10.1016/j.ijrobp.2017.12.013) for what people type, such as
 * Lobe_Temporal_L for "left temporal lobe". A suggestion is never applied by itself. Stateless.
 */
public final class StructureNaming {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("left", "l"),
          Map.entry("lt", "l"),
          Map.entry("right", "r"),
          Map.entry("rt", "r"),
          Map.entry("optic", "optic"),
          Map.entry("nerve", "nrv"),
          Map.entry("gland", "glnd"),
          Map.entry("submandibular", "submand"),
          Map.entry("oesophagus", "esophagus"),
          Map.entry("cord", "spinalcord"),
          Map.entry("spinal", "spinalcord"),
          Map.entry("stem", "brainstem"),
          Map.entry("body", "external"),
          Map.entry("skin", "external"),
          Map.entry("chiasma", "chiasm"),
          Map.entry("mouth", "oral"),
          Map.entry("jaw", "mandible"),
          Map.entry("artery", "a"),
          Map.entry("hypophysis", "pituitary"));

  private StructureNaming() {}

  /** The standard names that fit best, best first; none if nothing fits. At most five. */
  public static List<String> suggestions(String typed) {
    Set<String> asked = words(typed);
    if (asked.isEmpty()) {
      return List.of();
    }
    String joined = String.join("", asked);
    return Tg263Names.all().stream()
        .map(name -> Map.entry(name, score(name, asked, joined)))
        .filter(scored -> scored.getValue() > 0)
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> scored) -> -scored.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(5)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Share of the words that both have; sides that differ rule a name out. */
  private static double score(String name, Set<String> asked, String joined) {
    Set<String> own = words(name);
    boolean otherSide =
        asked.contains("l") && own.contains("r") || asked.contains("r") && own.contains("l");
    if (otherSide) {
      return 0;
    }
    long common =
        own.stream()
            .filter(word -> word.length() > 1)
            .filter(word -> asked.contains(word) || joined.length() > 3 && word.contains(joined))
            .count();
    boolean sameSide =
        asked.contains("l") && own.contains("l") || asked.contains("r") && own.contains("r");
    return common == 0 ? 0 : (2.0 * common + (sameSide ? 1 : 0)) / (asked.size() + own.size());
  }

  /** Words in lower case; "OpticNrv_L" gives optic, nrv and l. */
  private static Set<String> words(String name) {
    var words = new TreeSet<String>();
    String apart = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    for (String word : apart.split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(WORDS.getOrDefault(word, word));
      }
    }
    if (words.removeAll(Set.of("spinal", "cord"))) {
      words.add("spinalcord");
    }
    return words;
  }
}
