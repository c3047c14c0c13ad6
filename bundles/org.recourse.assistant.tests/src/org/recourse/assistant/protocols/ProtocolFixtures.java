/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.recourse.testing.TestExtensions;

/** A registry of its own for extensions, so that tests run with and without OSGi. */
public final class ProtocolFixtures {

  private static final String OWN = "bundles/org.recourse.assistant/plugin.xml";

  private final TestExtensions extensions;

  public ProtocolFixtures() throws CoreException {
    extensions = new TestExtensions(ProtocolFixtures.class);
  }

  public IExtensionRegistry registry() {
    return extensions.registry();
  }

  public void close() {
    extensions.close();
  }

  /** Contributes an empty extension point and these protocols. */
  public void contribute(String bundle, String xml) {
    extensions.contribute(bundle, xml);
  }

  /** Contributes what the bundle ships; false if its plugin.xml is not at hand. */
  public boolean contributeShipped() throws IOException {
    Optional<byte[]> plugin = shipped();
    plugin.ifPresent(bytes -> extensions.contributePlugin("org.recourse.assistant", bytes));
    return plugin.isPresent();
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
