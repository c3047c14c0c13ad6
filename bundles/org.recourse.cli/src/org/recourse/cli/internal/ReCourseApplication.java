/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.risk.RiskCatalogue;

/**
 * The headless application {@code org.recourse.cli.application}.
 *
 * <p>The platform creates an application from the extension registry, so Declarative Services
 * cannot inject into it. It asks the framework for the catalogues once, passes them on through
 * constructors and gives them back at the end; nothing is kept in statics.
 */
public final class ReCourseApplication implements IApplication {

  /** Set by the platform where a native launcher started it. */
  private static final String NATIVE_LAUNCHER = "eclipse.launcher";

  @Override
  public Object start(IApplicationContext context) {
    if (System.getProperty(NATIVE_LAUNCHER) != null) { // Java: no such property
      // It opens a window for an exit code other than 0 unless this is empty. Without it the text
      // would go to standard output as an empty line behind the result.
      System.setProperty(IApplicationContext.EXIT_DATA_PROPERTY, "");
    }
    String[] arguments =
        (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    Bundle bundle = FrameworkUtil.getBundle(ReCourseApplication.class);
    BundleContext bundles = bundle.getBundleContext();
    PrintWriter err = writer(FileDescriptor.err);
    ServiceReference<RiskCatalogue> reference = bundles.getServiceReference(RiskCatalogue.class);
    ServiceReference<ProtocolCatalogue> protocols =
        bundles.getServiceReference(ProtocolCatalogue.class);
    if (reference == null || protocols == null) { // OSGi: no such service
      err.println(
          "recourse: risk models or protocols are not available; the installation is incomplete.");
      err.flush();
      return ExitCode.REFUSED.code();
    }
    try {
      var surroundings =
          new Surroundings(
              bundles.getService(reference),
              bundles.getService(protocols),
              writer(FileDescriptor.out),
              err,
              HostFolders.errIsTerminal(),
              HostFolders.cacheFolder(
                  System.getenv(),
                  System.getProperty("os.name"),
                  Path.of(System.getProperty("user.home"))),
              "ReCourse " + bundle.getVersion(),
              Clock.systemUTC());
      return new CommandLineTool(surroundings).run(arguments);
    } finally {
      bundles.ungetService(protocols);
      bundles.ungetService(reference);
    }
  }

  /** UTF-8 whatever the locale, because result files are UTF-8 too. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  @Override
  public void stop() {
    // Commands end by themselves; an interrupt reaches them through InterruptGuard.
  }
}
