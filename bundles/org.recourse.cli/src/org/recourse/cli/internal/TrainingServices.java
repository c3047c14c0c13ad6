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
import org.osgi.framework.ServiceReference;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.onnx.OnnxGraphRuntime;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.radiomics.FeatureCatalogue;

/** Where commands find what trains networks, when they need it. */
interface TrainingServices {

  /** Returns the trainer; empty if the installation has none. */
  Optional<NetworkTrainer> trainer();

  /** Returns the MR features; empty if the installation has none. */
  Optional<FeatureCatalogue> features();

  /** Returns what runs graphs that users supply; empty if the installation has none. */
  default Optional<GraphRuntime> graphs() {
    return Optional.of(new OnnxGraphRuntime());
  }

  /** Returns the services of the framework. The process ends with the command that uses them. */
  static TrainingServices ofFramework() {
    return new TrainingServices() {
      @Override
      public Optional<NetworkTrainer> trainer() {
        return service(NetworkTrainer.class);
      }

      @Override
      public Optional<FeatureCatalogue> features() {
        return service(FeatureCatalogue.class);
      }
    };
  }

  private static <S> Optional<S> service(Class<S> type) {
    Bundle bundle = FrameworkUtil.getBundle(TrainingServices.class);
    if (bundle == null) { // outside of a framework, in plain tests
      return Optional.empty();
    }
    BundleContext context = bundle.getBundleContext();
    ServiceReference<S> reference = context.getServiceReference(type);
    return Optional.ofNullable(reference).map(context::getService);
  }
}
