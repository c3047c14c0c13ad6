/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.ui.editor.PlanPageFactory;

/** Asks the framework for the services: a missing descriptor fails silently otherwise. */
class ProtocolServicesTest {

  @Test
  void theFrameworkHasThePagesAndTheProtocols() throws BundleException, InvalidSyntaxException {
    Bundle own = FrameworkUtil.getBundle(ProtocolServices.class);
    assumeTrue(own != null, "not running in OSGi");
    FrameworkUtil.getBundle(ProtocolCatalogue.class).start(Bundle.START_TRANSIENT);
    own.start(Bundle.START_TRANSIENT);

    Collection<ServiceReference<PlanPageFactory>> factories =
        own.getBundleContext().getServiceReferences(PlanPageFactory.class, null);
    List<String> titles =
        factories.stream()
            .map(own.getBundleContext()::getService)
            .map(PlanPageFactory::title)
            .toList();

    assertTrue(titles.containsAll(List.of("Ledger", "Courses")), titles.toString());
    assertTrue(ProtocolServices.catalogue().orElseThrow().protocols().size() >= 5);
  }
}
