/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.internal.registry.Contributed;

/** A catalogue of given families and filters. Immutable and thread-safe. */
public final class ListedFeatureCatalogue implements FeatureCatalogue {

  private final Map<String, FeatureFamily> familyById;
  private final Map<String, ImageFilter> filterById;
  private final List<Finding> findings;

  /** Takes families and filters; of two with the same id, the first one counts. */
  public ListedFeatureCatalogue(List<FeatureFamily> families, List<ImageFilter> filters) {
    this(families, filters, List.of());
  }

  /** Takes families and filters, with what was wrong with others. */
  public ListedFeatureCatalogue(
      List<FeatureFamily> families, List<ImageFilter> filters, List<Finding> known) {
    var problems = new ArrayList<Finding>(known);
    var byFamilyId = new LinkedHashMap<String, FeatureFamily>();
    for (FeatureFamily family : families) {
      String id = family.description().id();
      FeatureFamily first = byFamilyId.putIfAbsent(id, family);
      if (first != null) { // a vendor's mistake must not take the other families down
        problems.add(hidden(id, family, first));
      }
    }
    var byFilterId = new LinkedHashMap<String, ImageFilter>();
    for (ImageFilter filter : filters) {
      String id = filter.description().id();
      ImageFilter first = byFilterId.putIfAbsent(id, filter);
      if (first != null) {
        problems.add(hidden(id, filter, first));
      }
    }
    familyById = Collections.unmodifiableMap(byFamilyId);
    filterById = Collections.unmodifiableMap(byFilterId);
    findings = List.copyOf(problems);
  }

  private static Finding hidden(String id, Object second, Object first) {
    return Finding.error(
        "The id is contributed twice: " + nameOf(second) + " is hidden by " + nameOf(first) + ".",
        id);
  }

  /** Names the bundle where it is known, which it is for everything but our own. */
  private static String nameOf(Object contribution) {
    return contribution instanceof Contributed contributed
        ? "that of " + contributed.bundle()
        : contribution.getClass().getName();
  }

  @Override
  public Collection<FeatureFamily> families() {
    return familyById.values();
  }

  @Override
  public Optional<FeatureFamily> family(String id) {
    return Optional.ofNullable(familyById.get(id));
  }

  @Override
  public Collection<ImageFilter> filters() {
    return filterById.values();
  }

  @Override
  public Optional<ImageFilter> filter(String id) {
    return Optional.ofNullable(filterById.get(id));
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }
}
