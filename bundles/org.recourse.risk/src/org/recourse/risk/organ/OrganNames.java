/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recourse.risk.RiskStructure;

/**
 * Recognises organs by name. Stateless and thread-safe.
 *
 * <p>A name is split into words at every character that is no letter or digit and where a small
 * letter is followed by a capital; case and order do not matter. One word may give the side: {@code
 * L, Lt, Left} or {@code R, Rt, Right}. The other words must be exactly one of these sets:
 *
 * <table>
 * <caption>Names that are recognised</caption>
 * <tr><th>organ</th><th>words</th></tr>
 * <tr><td>temporal lobe, with a side</td><td>lobe temporal · temporallobe · temp lobe · templobe ·
 *     brain temporal · brain lobe temporal · brain temporallobe · tl</td></tr>
 * <tr><td>nasopharyngeal mucosa, without a side</td><td>mucosa nasopharynx · mucosa nasopharyngeal ·
 *     mucosal nasopharynx · mucosa npx · mucosa np · nasopharynx · mucosa</td></tr>
 * </table>
 *
 * So {@code Lobe_Temporal_L} (TG-263), {@code TemporalLobe_Lt}, {@code Brain-Temporal-L}, {@code
 * Left temporal lobe} and {@code 左颞叶} are the left temporal lobe; {@code Lobe_Temporal_L_PRV03},
 * {@code Bone_Temporal_L}, {@code Temporal_L} (which bone or muscle may be meant) and {@code
 * Lobe_Temporal_L~} (partly contoured) are not. A name assigned after TG-263 is tried before the
 * name of the file.
 */
public final class OrganNames {

  private static final Pattern WORD =
      Pattern.compile("\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lu}+|[0-9]+");

  private static final Map<String, String> CHINESE =
      Map.of("左", " left ", "右", " right ", "颞叶", " temporal lobe ");

  private static final Set<String> LEFT = Set.of("l", "lt", "left");
  private static final Set<String> RIGHT = Set.of("r", "rt", "right");

  private static final Set<Set<String>> TEMPORAL_LOBE =
      Set.of(
          Set.of("lobe", "temporal"),
          Set.of("temporallobe"),
          Set.of("temp", "lobe"),
          Set.of("templobe"),
          Set.of("brain", "temporal"),
          Set.of("brain", "lobe", "temporal"),
          Set.of("brain", "temporallobe"),
          Set.of("tl"));

  private static final Set<Set<String>> MUCOSA =
      Set.of(
          Set.of("mucosa", "nasopharynx"),
          Set.of("mucosa", "nasopharyngeal"),
          Set.of("mucosal", "nasopharynx"),
          Set.of("mucosa", "npx"),
          Set.of("mucosa", "np"),
          Set.of("nasopharynx"),
          Set.of("mucosa"));

  private OrganNames() {}

  /** Tells whether the name means the organ. */
  public static boolean matches(Organ organ, String name) {
    return organOf(name).filter(found -> found == organ).isPresent();
  }

  /** Returns the organ a name means. */
  public static Optional<Organ> organOf(String name) {
    if (name.contains("~")) {
      return Optional.empty();
    }
    Set<String> words = words(name);
    boolean left = words.removeAll(LEFT);
    boolean right = words.removeAll(RIGHT);
    if (TEMPORAL_LOBE.contains(words) && left != right) {
      return Optional.of(left ? Organ.TEMPORAL_LOBE_LEFT : Organ.TEMPORAL_LOBE_RIGHT);
    }
    if (MUCOSA.contains(words) && !left && !right) {
      return Optional.of(Organ.NASOPHARYNGEAL_MUCOSA);
    }
    return Optional.empty();
  }

  /** Returns the structures that are the organ: those with an assigned name first. */
  public static List<RiskStructure> find(Organ organ, List<RiskStructure> structures) {
    var assigned = new ArrayList<RiskStructure>();
    var named = new ArrayList<RiskStructure>();
    for (RiskStructure structure : structures) {
      if (!structure.tg263Name().isBlank()) {
        if (matches(organ, structure.tg263Name())) {
          assigned.add(structure);
        }
      } else if (matches(organ, structure.name())) {
        named.add(structure);
      }
    }
    assigned.addAll(named);
    return List.copyOf(assigned);
  }

  private static Set<String> words(String name) {
    String western = name;
    for (Map.Entry<String, String> translation : CHINESE.entrySet()) {
      western = western.replace(translation.getKey(), translation.getValue());
    }
    var words = new LinkedHashSet<String>();
    Matcher matcher = WORD.matcher(western);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
