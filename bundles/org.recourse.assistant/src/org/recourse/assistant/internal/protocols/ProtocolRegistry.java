/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.protocols;

import java.util.List;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;

/**
 * Turns the extensions of {@code org.recourse.assistant.protocols} into protocols, again whenever a
 * bundle with extensions comes or goes. Thread-safe.
 */
@Component(service = ProtocolCatalogue.class)
public final class ProtocolRegistry implements ProtocolCatalogue {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.assistant.protocols", "protocol")
          .withElement("protocol", Contribution.ID, Contribution.TITLE);

  /** What was read at one time. */
  private record Reading(List<ProtocolTemplate> protocols, List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Activate
  public ProtocolRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, ProtocolRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<ProtocolTemplate> protocols() {
    return extensions.current().protocols();
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  private static Reading read(IExtensionRegistry registry) {
    Installed<ProtocolTemplate> installed =
        POINT.read(registry, found -> ProtocolReader.read(found.element()));
    var unique =
        UniqueIds.of(
            installed.items(), POINT.noun(), ProtocolTemplate::id, ProtocolTemplate::contributor);
    return new Reading(
        List.copyOf(unique.byId().values()), installed.findingsAnd(unique.findings()));
  }
}
