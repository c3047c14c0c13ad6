/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.internal.registry.Contributed;

/** A catalogue of given families and filters. Immutable and thread-safe. */
public final class ListedFeatureCatalogue implements FeatureCatalogue {

  private static final String OWN_BUNDLE = "org.recourse.radiomics";

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
    var uniqueFamilies =
        UniqueIds.of(
            families,
            "feature family",
            family -> family.description().id(),
            ListedFeatureCatalogue::contributor);
    var uniqueFilters =
        UniqueIds.of(
            filters,
            "image filter",
            filter -> filter.description().id(),
            ListedFeatureCatalogue::contributor);
    familyById = uniqueFamilies.byId();
    filterById = uniqueFilters.byId();
    findings =
        Stream.of(known, uniqueFamilies.findings(), uniqueFilters.findings())
            .flatMap(List::stream)
            .toList();
  }

  /** Everything without a border around it is our own. */
  private static String contributor(Object contribution) {
    return contribution instanceof Contributed contributed ? contributed.bundle() : OWN_BUNDLE;
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
