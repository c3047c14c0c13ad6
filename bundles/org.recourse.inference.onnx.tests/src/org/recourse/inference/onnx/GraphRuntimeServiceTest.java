/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.inference.engine.GraphRuntime;

/** A missing component descriptor fails silently, so this asks the framework. */
class GraphRuntimeServiceTest {

  @Test
  void theFrameworkOffersTheRuntime() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(OnnxGraphRuntime.class);
    assumeTrue(bundle != null, "only inside of a framework");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<GraphRuntime> reference = context.getServiceReference(GraphRuntime.class);
    assertNotNull(reference, "no graph runtime");
  }
}
