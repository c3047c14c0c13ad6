/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.protocols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.grid.finding.Finding;

/**
 * Turns the extensions of {@code org.recourse.assistant.protocols} into protocols, again whenever a
 * bundle with extensions comes or goes. Thread-safe.
 */
@Component(service = ProtocolCatalogue.class)
public final class ProtocolRegistry implements ProtocolCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.assistant.protocols";

  private static final String OWN_BUNDLE = "org.recourse.assistant";

  /** What was read at one time. */
  private record Reading(List<ProtocolTemplate> protocols, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Activate
  public ProtocolRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<ProtocolTemplate> protocols() {
    return reading.protocols();
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

  /** Our own protocols come first; those of vendors in the order of their bundles. */
  private static Reading read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    List<ProtocolTemplate> protocols = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (IConfigurationElement element : elements) {
      String bundle = element.getContributor().getName();
      try {
        ProtocolTemplate protocol = ProtocolReader.read(element);
        if (protocols.stream().anyMatch(other -> other.id().equals(protocol.id()))) {
          findings.add(unusable(bundle, "the id " + protocol.id() + " is taken"));
        } else {
          protocols.add(protocol);
        }
      } catch (IllegalArgumentException e) { // a vendor's mistake must not take the others down
        findings.add(unusable(bundle, e.getMessage()));
      }
    }
    return new Reading(List.copyOf(protocols), List.copyOf(findings));
  }

  private static Finding unusable(String bundle, String reason) {
    return Finding.error(
        "A protocol of the bundle "
            + bundle
            + " is not used: "
            + reason
            + ". Report this to its vendor.",
        bundle);
  }
}
