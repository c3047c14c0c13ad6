/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.recourse.assistant.check.BuiltInPlanChecks;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.report.BuiltInWriters;
import org.recourse.report.ReportWriterCatalogue;

/** Where commands find the writers of reports and the plan checks. Stateless. */
final class Reports {

  private Reports() {}

  /**
   * Returns the installed writers; those of this program where there is no framework. The process
   * ends with the command, so the service is not given back.
   */
  static ReportWriterCatalogue installed() {
    return service(ReportWriterCatalogue.class).orElseGet(BuiltInWriters::catalogue);
  }

  /** Returns the installed plan checks; those of this program where there is no framework. */
  static PlanCheckCatalogue checks() {
    return service(PlanCheckCatalogue.class).orElseGet(BuiltInPlanChecks::catalogue);
  }

  private static <S> Optional<S> service(Class<S> type) {
    return Optional.ofNullable(FrameworkUtil.getBundle(Reports.class)) // none in plain tests
        .map(Bundle::getBundleContext)
        .flatMap(context -> service(context, type));
  }

  private static <S> Optional<S> service(BundleContext context, Class<S> type) {
    return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
  }
}
