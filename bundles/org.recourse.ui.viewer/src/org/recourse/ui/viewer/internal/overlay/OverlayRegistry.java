/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

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
import org.recourse.ui.viewer.Overlay;

/**
 * Turns the extensions of {@code org.recourse.ui.viewer.overlays} into a catalogue, again whenever
 * a bundle with extensions comes or goes. A vendor's class is loaded when its overlay is first
 * shown. Thread-safe.
 */
@Component(service = OverlayRegistry.class)
public final class OverlayRegistry {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.ui.viewer.overlays", "overlay")
          .withElement("overlay", Contribution.ID, Contribution.TITLE, Contribution.CLASS);

  private final ExtensionWatch<OverlayCatalogue> extensions;

  @Activate
  public OverlayRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, OverlayRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  /** What is installed now. */
  public OverlayCatalogue catalogue() {
    return extensions.current();
  }

  private static OverlayCatalogue read(IExtensionRegistry registry) {
    Installed<OverlayEntry> installed =
        POINT.read(
            registry,
            found ->
                new OverlayEntry(found.id(), found.title(), found.bundle(), () -> create(found)));
    return new OverlayCatalogue(installed.items(), installed.findings());
  }

  private static Overlay create(Contribution found) {
    try {
      return found.create(Overlay.class);
    } catch (CoreException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
