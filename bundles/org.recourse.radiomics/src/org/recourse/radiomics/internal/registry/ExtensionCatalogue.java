/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.ListedFeatureCatalogue;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.filter.ImageFilter;

/**
 * Turns the extensions of {@code org.recourse.radiomics.featureFamilies} and {@code imageFilters}
 * into a catalogue, again whenever a bundle with extensions comes or goes. Classes are loaded when
 * the catalogue is first asked. Thread-safe.
 */
@Component(service = FeatureCatalogue.class)
public final class ExtensionCatalogue implements FeatureCatalogue {

  private static final String OWN_BUNDLE = "org.recourse.radiomics";

  private static final ExtensionPoint FAMILIES =
      ExtensionPoint.of(OWN_BUNDLE + ".featureFamilies", "feature family")
          .withElement("featureFamily", Contribution.ID, Contribution.CLASS);

  private static final ExtensionPoint FILTERS =
      ExtensionPoint.of(OWN_BUNDLE + ".imageFilters", "image filter")
          .withElement("imageFilter", Contribution.ID, Contribution.CLASS);

  /** Long enough for any region on a slow machine, short enough not to block a night of work. */
  private static final Duration VENDOR_LIMIT = Duration.ofMinutes(10);

  /** Puts a border around what a vendor contributed. */
  private interface Guard<T> {
    T around(T contribution, String bundle, Duration limit) throws VendorException;
  }

  private final ExtensionWatch<FeatureCatalogue> extensions;

  @Activate
  public ExtensionCatalogue(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, ExtensionCatalogue::read, FAMILIES, FILTERS);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  private static FeatureCatalogue read(IExtensionRegistry registry) {
    Installed<FeatureFamily> families =
        FAMILIES.read(registry, found -> made(found, FeatureFamily.class, GuardedFamily::new));
    Installed<ImageFilter> filters =
        FILTERS.read(registry, found -> made(found, ImageFilter.class, GuardedFilter::new));
    return new ListedFeatureCatalogue(
        families.items(), filters.items(), families.findingsAnd(filters.findings()));
  }

  private static <T> T made(Contribution found, Class<T> type, Guard<T> guard)
      throws CoreException {
    T own = found.create(type);
    if (found.bundle().equals(OWN_BUNDLE)) {
      return own;
    }
    try {
      return guard.around(own, found.bundle(), VENDOR_LIMIT);
    } catch (VendorException e) {
      throw new CoreException(Status.error(e.getMessage(), e));
    }
  }

  @Override
  public Collection<FeatureFamily> families() {
    return extensions.current().families();
  }

  @Override
  public Optional<FeatureFamily> family(String id) {
    return extensions.current().family(id);
  }

  @Override
  public Collection<ImageFilter> filters() {
    return extensions.current().filters();
  }

  @Override
  public Optional<ImageFilter> filter(String id) {
    return extensions.current().filter(id);
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }
}
