/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.internal.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.recourse.radiobiology.conversion.DoseConversion;
import org.recourse.radiobiology.response.DoseResponse;
import org.recourse.radiobiology.response.DoseResponseCatalogue;

/**
 * Turns the extensions of {@code org.recourse.radiobiology.doseResponses} into a catalogue, again
 * whenever a bundle with extensions comes or goes. A vendor's class is loaded when it is first
 * asked for. Thread-safe.
 */
@Component(service = DoseResponseCatalogue.class)
public final class DoseResponseRegistry implements DoseResponseCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.radiobiology.doseResponses";

  private static final String OWN_BUNDLE = "org.recourse.radiobiology";
  private static final String RESPONSE = "doseResponse";
  private static final String CONVERSION = "doseConversion";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";

  /** What was read at one time, by id. */
  private record Reading(
      Map<String, IConfigurationElement> responses,
      Map<String, IConfigurationElement> conversions,
      List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Activate
  public DoseResponseRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<Entry> responses() {
    return entries(reading.responses());
  }

  @Override
  public List<Entry> conversions() {
    return entries(reading.conversions());
  }

  @Override
  public Lookup<DoseResponse> response(String id) {
    return created(reading.responses(), id, DoseResponse.class);
  }

  @Override
  public Lookup<DoseConversion> conversion(String id) {
    return created(reading.conversions(), id, DoseConversion.class);
  }

  @Override
  public List<Finding> findings() {
    return reading.findings();
  }

  @Override
  public void added(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  private static List<Entry> entries(Map<String, IConfigurationElement> elements) {
    return elements.values().stream()
        .map(e -> new Entry(e.getAttribute(ID), e.getAttribute(TITLE), bundle(e)))
        .toList();
  }

  private static <T> Lookup<T> created(
      Map<String, IConfigurationElement> elements, String id, Class<T> type) {
    IConfigurationElement element = elements.get(id);
    if (element == null) {
      return new Lookup.Missing<>("Nothing is installed with the id " + id + ".");
    }
    try {
      Object created = element.createExecutableExtension(CLASS);
      return type.isInstance(created)
          ? new Lookup.Found<>(type.cast(created))
          : new Lookup.Missing<>(
              failed(element, element.getAttribute(CLASS) + " is no " + type.getSimpleName()));
    } catch (CoreException e) {
      return new Lookup.Missing<>(failed(element, e.getMessage()));
    }
  }

  private static String failed(IConfigurationElement element, String reason) {
    return element.getAttribute(ID)
        + " of the bundle "
        + bundle(element)
        + " cannot be used: "
        + reason
        + ". Report this to its vendor.";
  }

  private static String bundle(IConfigurationElement element) {
    return element.getContributor().getName();
  }

  /** Our own come first; those of vendors in the order of their bundles. */
  private static Reading read(IExtensionRegistry registry) {
    Map<String, IConfigurationElement> responses = new LinkedHashMap<>();
    Map<String, IConfigurationElement> conversions = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
        .sorted(
            Comparator.comparing((IConfigurationElement e) -> !bundle(e).equals(OWN_BUNDLE))
                .thenComparing(DoseResponseRegistry::bundle))
        .forEach(
            element -> {
              switch (element.getName()) {
                case RESPONSE -> put(element, responses, findings);
                case CONVERSION -> put(element, conversions, findings);
                default ->
                    findings.add(unusable(element, "<" + element.getName() + "> is unknown"));
              }
            });
    return new Reading(responses, conversions, List.copyOf(findings));
  }

  private static void put(
      IConfigurationElement element,
      Map<String, IConfigurationElement> elements,
      List<Finding> findings) {
    List<String> missing =
        Stream.of(ID, TITLE, CLASS)
            .filter(
                name -> element.getAttribute(name) == null || element.getAttribute(name).isBlank())
            .toList();
    if (!missing.isEmpty()) {
      findings.add(unusable(element, "its extension lacks " + String.join(", ", missing)));
    } else if (elements.putIfAbsent(element.getAttribute(ID), element) != null) {
      findings.add(unusable(element, "the id " + element.getAttribute(ID) + " is taken"));
    }
  }

  private static Finding unusable(IConfigurationElement element, String reason) {
    return Finding.error(
        "A dose response of the bundle "
            + bundle(element)
            + " is not used: "
            + reason
            + ". Report this to its vendor.",
        bundle(element));
  }
}
