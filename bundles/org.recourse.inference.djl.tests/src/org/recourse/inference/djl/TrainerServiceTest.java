/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.training.NetworkTrainer;

/** A missing component descriptor or native fragment fails silently, so this asks the framework. */
class TrainerServiceTest {

  @Test
  void theFrameworkOffersTheTrainer() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(DjlTrainer.class);
    assumeTrue(bundle != null, "only inside of a framework");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<NetworkTrainer> reference = context.getServiceReference(NetworkTrainer.class);
    assertNotNull(reference, "no trainer service");
  }

  @Test
  void theNativeLibraryLoads() {
    assertInstanceOf(EngineState.Ready.class, new DjlEngine().state());
  }
}
