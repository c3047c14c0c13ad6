/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;

/**
 * An extension registry of a test's own, so that the test runs with and without OSGi and can make
 * the mistakes of vendors. Close it.
 */
public final class TestExtensions implements AutoCloseable {

  private final Object token = new Object();
  private final IExtensionRegistry registry;

  /**
   * Opens an empty registry.
   *
   * @param test creates the contributed classes with its class loader, because the bundle of the
   *     registry does not see them
   */
  public TestExtensions(Class<?> test) throws CoreException {
    registry = RegistryFactory.createRegistry(new LoaderOf(test), token, token);
  }

  public IExtensionRegistry registry() {
    return registry;
  }

  /**
   * Contributes the content of a {@code plugin.xml}, without its {@code plugin} element.
   *
   * @param bundle symbolic name of the contributor
   */
  public void contribute(String bundle, String xml) {
    contributePlugin(
        bundle,
        ("<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Contributes a whole {@code plugin.xml}. */
  public void contributePlugin(String bundle, byte[] plugin) {
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

  @Override
  public void close() {
    registry.stop(token);
  }

  private static final class LoaderOf extends RegistryStrategy {

    private final ClassLoader loader;

    LoaderOf(Class<?> test) {
      super(null, null);
      loader = test.getClassLoader();
    }

    @Override
    public Object createExecutableExtension(
        RegistryContributor contributor, String className, String overriddenContributorName)
        throws CoreException {
      try {
        return Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new CoreException(Status.error("cannot create " + className, e));
      }
    }
  }
}
