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
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.extension.UniqueIds;
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
public final class DoseResponseRegistry implements DoseResponseCatalogue {

  private static final String RESPONSE = "doseResponse";
  private static final String CONVERSION = "doseConversion";

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.radiobiology.doseResponses", "dose response")
          .withElement(RESPONSE, Contribution.ID, Contribution.TITLE, Contribution.CLASS)
          .withElement(CONVERSION, Contribution.ID, Contribution.TITLE, Contribution.CLASS);

  /** What was read at one time, by id. */
  private record Reading(
      Map<String, Contribution> responses,
      Map<String, Contribution> conversions,
      List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Activate
  public DoseResponseRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, DoseResponseRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<Entry> responses() {
    return entries(extensions.current().responses());
  }

  @Override
  public List<Entry> conversions() {
    return entries(extensions.current().conversions());
  }

  @Override
  public Lookup<DoseResponse> response(String id) {
    return created(extensions.current().responses(), id, DoseResponse.class);
  }

  @Override
  public Lookup<DoseConversion> conversion(String id) {
    return created(extensions.current().conversions(), id, DoseConversion.class);
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  private static List<Entry> entries(Map<String, Contribution> contributions) {
    return contributions.values().stream()
        .map(found -> new Entry(found.id(), found.title(), found.bundle()))
        .toList();
  }

  private static <T> Lookup<T> created(
      Map<String, Contribution> contributions, String id, Class<T> type) {
    Contribution found = contributions.get(id);
    if (found == null) {
      return new Lookup.Missing<>("Nothing is installed with the id " + id + ".");
    }
    try {
      return new Lookup.Found<>(found.create(type));
    } catch (CoreException e) {
      return new Lookup.Missing<>(
          id
              + " of the bundle "
              + found.bundle()
              + " cannot be used: "
              + e.getMessage()
              + " Report this to its vendor.");
    }
  }

  private static Reading read(IExtensionRegistry registry) {
    Installed<Contribution> installed = POINT.read(registry, found -> found);
    UniqueIds<Contribution> responses = unique(installed, RESPONSE);
    UniqueIds<Contribution> conversions = unique(installed, CONVERSION);
    List<Finding> findings = new ArrayList<>(installed.findings());
    findings.addAll(responses.findings());
    findings.addAll(conversions.findings());
    return new Reading(responses.byId(), conversions.byId(), List.copyOf(findings));
  }

  private static UniqueIds<Contribution> unique(Installed<Contribution> installed, String element) {
    return UniqueIds.of(
        installed.items().stream().filter(found -> found.elementName().equals(element)).toList(),
        POINT.noun(),
        Contribution::id,
        Contribution::bundle);
  }
}
