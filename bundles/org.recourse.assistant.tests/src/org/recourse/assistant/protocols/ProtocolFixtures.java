/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A registry of its own for extensions, so that tests run with and without OSGi. */
public final class ProtocolFixtures {

  private static final String OWN = "bundles/org.recourse.assistant/plugin.xml";

  private final Object token = new Object();
  private final IExtensionRegistry registry;

  public ProtocolFixtures() throws CoreException {
    registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, token);
  }

  public IExtensionRegistry registry() {
    return registry;
  }

  public void close() {
    registry.stop(token);
  }

  /** Contributes an empty extension point and these protocols. */
  public void contribute(String bundle, String xml) {
    String plugin =
        "<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>";
    add(bundle, plugin.getBytes(StandardCharsets.UTF_8));
  }

  /** Contributes what the bundle ships; false if its plugin.xml is not at hand. */
  public boolean contributeShipped() throws IOException {
    Optional<byte[]> plugin = shipped();
    plugin.ifPresent(bytes -> add("org.recourse.assistant", bytes));
    return plugin.isPresent();
  }

  private void add(String bundle, byte[] plugin) {
    boolean added =
        registry.addContribution(
            new ByteArrayInputStream(plugin),
            ContributorFactorySimple.createContributor(bundle),
            false,
            bundle,
            null,
            token);
    if (!added) {
      throw new IllegalArgumentException("not a plugin.xml of " + bundle);
    }
  }

  private static Optional<byte[]> shipped() throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(ProtocolTemplate.class);
    if (bundle != null) {
      URL entry = bundle.getEntry("plugin.xml");
      try (InputStream in = entry.openStream()) {
        return Optional.of(in.readAllBytes());
      }
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(OWN))) {
        return Optional.of(Files.readAllBytes(up.resolve(OWN)));
      }
    }
    return Optional.empty();
  }
}
