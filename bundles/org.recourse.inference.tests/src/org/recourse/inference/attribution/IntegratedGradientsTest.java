/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScriptedEngine;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.PackageFolder;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

class IntegratedGradientsTest {

  private static final TensorShape SHAPE = TensorShape.of(1, 1, 2, 2, 2);

  @TempDir Path folder;

  @Test
  void followsTheWorkedExample() throws InferenceException, ModelPackageException {
    try (LoadedModel model = model()) {
      var attribution =
          new IntegratedGradients(1)
              .attribute(model, inputs(2), Tensor.filled(SHAPE, 0), new NullProgressMonitor());

      // powers of two, so exact
      assertEquals(1, attribution.contribution().at(0));
      assertEquals(0, attribution.contribution().at(7));
      assertEquals(1, attribution.scoreDifference());
      assertEquals(0, attribution.completenessError());
    }
  }

  @Test
  void stopsWhenCancelled() throws ModelPackageException {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (LoadedModel model = model()) {
      var gradients = new IntegratedGradients(4);
      var baseline = Tensor.filled(SHAPE, 0);
      var inputs = inputs(2);

      assertThrows(
          OperationCanceledException.class,
          () -> gradients.attribute(model, inputs, baseline, monitor));
    }
  }

  private LoadedModel model() throws ModelPackageException {
    var loaded = new PackageFolder(folder).read(PackageFolder.description());
    return new ScriptedEngine().load(loaded, EngineOptions.cpu(1), new NullProgressMonitor());
  }

  private static NamedTensors inputs(float doseGy) {
    return new NamedTensors(Map.of("dose", Tensor.filled(SHAPE, doseGy)));
  }
}
