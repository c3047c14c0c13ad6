/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.planning.internal.compare.ComparedPlans;

/** Asks the framework for the pages: a missing descriptor fails silently otherwise. */
class PlanningServicesTest {

  @Test
  void thePagesAreServices() throws BundleException, InvalidSyntaxException {
    Bundle own = FrameworkUtil.getBundle(ComparedPlans.class);
    assumeTrue(own != null, "skipped: not running in OSGi");
    own.start(Bundle.START_TRANSIENT);
    BundleContext context = own.getBundleContext();

    List<String> titles = new ArrayList<>();
    for (ServiceReference<PlanPageFactory> reference :
        context.getServiceReferences(PlanPageFactory.class, null)) {
      titles.add(context.getService(reference).title());
      context.ungetService(reference);
    }

    assertTrue(titles.containsAll(List.of("Beams", "Objectives", "Compare")), titles.toString());
    assertTrue(context.getServiceReference(ComparedPlans.class) != null, "ComparedPlans");
  }
}
