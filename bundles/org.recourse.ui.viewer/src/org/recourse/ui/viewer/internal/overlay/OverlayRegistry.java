/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
import org.recourse.ui.viewer.Overlay;

/**
 * Turns the extensions of {@code org.recourse.ui.viewer.overlays} into a catalogue, again whenever
 * a bundle with extensions comes or goes. A vendor's class is loaded when its overlay is first
 * shown. Thread-safe.
 */
@Component(service = OverlayRegistry.class)
public final class OverlayRegistry implements IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.ui.viewer.overlays";

  private static final String OWN_BUNDLE = "org.recourse.ui.viewer";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";

  private final IExtensionRegistry registry;
  private volatile OverlayCatalogue catalogue;

  @Activate
  public OverlayRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    catalogue = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  /** What is installed now. */
  public OverlayCatalogue catalogue() {
    return catalogue;
  }

  @Override
  public void added(IExtension[] extensions) {
    catalogue = read(registry);
  }

  @Override
  public void removed(IExtension[] extensions) {
    catalogue = read(registry);
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    catalogue = read(registry);
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    catalogue = read(registry);
  }

  /** Our own overlays come first; those of vendors in the order of their bundles. */
  private static OverlayCatalogue read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    var entries = new ArrayList<OverlayEntry>();
    var findings = new ArrayList<Finding>();
    for (IConfigurationElement element : elements) {
      String bundle = element.getContributor().getName();
      List<String> missing =
          Stream.of(ID, TITLE, CLASS)
              .filter(
                  name -> element.getAttribute(name) == null || element.getAttribute(name).isBlank())
              .toList();
      if (missing.isEmpty()) {
        entries.add(
            new OverlayEntry(
                element.getAttribute(ID),
                element.getAttribute(TITLE),
                bundle,
                () -> create(element)));
      } else {
        findings.add(
            Finding.error(
                "An overlay of the bundle "
                    + bundle
                    + " is not offered: it does not state "
                    + String.join(", ", missing)
                    + ". Report this to its vendor.",
                bundle));
      }
    }
    return new OverlayCatalogue(entries, findings);
  }

  private static Overlay create(IConfigurationElement element) {
    try {
      Object created = element.createExecutableExtension(CLASS);
      if (created instanceof Overlay overlay) {
        return overlay;
      }
      throw new IllegalStateException(
          "the class " + element.getAttribute(CLASS) + " is no " + Overlay.class.getSimpleName());
    } catch (CoreException e) {
      throw new IllegalStateException(e.getStatus().getMessage(), e);
    }
  }
}
