/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.report.BuiltInWriters;
import org.recourse.report.ReportWriterCatalogue;

/** Where commands find the writers of reports. Stateless. */
final class Reports {

  private Reports() {}

  /**
   * Returns the installed writers; those of this program where there is no framework. The process
   * ends with the command, so the service is not given back.
   */
  static ReportWriterCatalogue installed() {
    Bundle bundle = FrameworkUtil.getBundle(Reports.class);
    if (bundle == null) { // outside of a framework, in plain tests
      return BuiltInWriters.catalogue();
    }
    BundleContext context = bundle.getBundleContext();
    ServiceReference<ReportWriterCatalogue> reference =
        context.getServiceReference(ReportWriterCatalogue.class);
    ReportWriterCatalogue service = reference == null ? null : context.getService(reference);
    return service == null ? BuiltInWriters.catalogue() : service;
  }
}
