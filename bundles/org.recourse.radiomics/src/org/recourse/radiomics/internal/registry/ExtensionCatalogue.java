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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
public final class ExtensionCatalogue implements FeatureCatalogue, IRegistryEventListener {

  private static final String OWN_BUNDLE = "org.recourse.radiomics";
  private static final String FAMILIES = OWN_BUNDLE + ".featureFamilies";
  private static final String FILTERS = OWN_BUNDLE + ".imageFilters";

  /** Long enough for any region on a slow machine, short enough not to block a night of work. */
  private static final Duration VENDOR_LIMIT = Duration.ofMinutes(10);

  /** Puts a border around what a vendor contributed. */
  private interface Guard<T> {
    T around(T contribution, String bundle, Duration limit) throws VendorException;
  }

  private final IExtensionRegistry registry;
  private ListedFeatureCatalogue catalogue; // null until asked, and after a change

  @Activate
  public ExtensionCatalogue(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    registry.addListener(this, FAMILIES);
    registry.addListener(this, FILTERS);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  private synchronized FeatureCatalogue catalogue() {
    if (catalogue == null) {
      var findings = new ArrayList<Finding>();
      catalogue =
          new ListedFeatureCatalogue(
              read(FAMILIES, FeatureFamily.class, GuardedFamily::new, findings),
              read(FILTERS, ImageFilter.class, GuardedFilter::new, findings),
              findings);
    }
    return catalogue;
  }

  /** Our own come first; those of vendors in the order of their bundles. */
  private <T> List<T> read(String point, Class<T> type, Guard<T> guard, List<Finding> findings) {
    var made = new ArrayList<T>();
    Arrays.stream(registry.getConfigurationElementsFor(point))
        .sorted(
            Comparator.comparing(
                    (IConfigurationElement e) -> !e.getContributor().getName().equals(OWN_BUNDLE))
                .thenComparing(e -> e.getContributor().getName()))
        .forEach(element -> create(element, type, guard, findings).ifPresent(made::add));
    return made;
  }

  private static <T> Optional<T> create(
      IConfigurationElement element, Class<T> type, Guard<T> guard, List<Finding> findings) {
    String bundle = element.getContributor().getName();
    try {
      Object created = element.createExecutableExtension("class");
      if (bundle.equals(OWN_BUNDLE)) {
        return Optional.of(type.cast(created));
      }
      if (type.isInstance(created)) {
        return Optional.of(guard.around(type.cast(created), bundle, VENDOR_LIMIT));
      }
      findings.add(
          Finding.error(
              element.getAttribute("class") + " does not implement " + type.getName() + ".",
              bundle));
    } catch (CoreException | VendorException e) {
      findings.add(
          Finding.error(
              "The extension "
                  + element.getAttribute("id")
                  + " cannot be used: "
                  + e.getMessage()
                  + " Report this to its vendor.",
              bundle));
    }
    return Optional.empty();
  }

  private synchronized void forget() {
    catalogue = null;
  }

  @Override
  public Collection<FeatureFamily> families() {
    return catalogue().families();
  }

  @Override
  public Optional<FeatureFamily> family(String id) {
    return catalogue().family(id);
  }

  @Override
  public Collection<ImageFilter> filters() {
    return catalogue().filters();
  }

  @Override
  public Optional<ImageFilter> filter(String id) {
    return catalogue().filter(id);
  }

  @Override
  public List<Finding> findings() {
    return catalogue().findings();
  }

  @Override
  public void added(IExtension[] extensions) {
    forget();
  }

  @Override
  public void removed(IExtension[] extensions) {
    forget();
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    forget();
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    forget();
  }
}
