/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns weights that the user has, in whatever form, into the ONNX network of a deep-feature
 * package. It downloads nothing and executes nothing from the file.
 *
 * @since 1.0
 */
@ConsumerType
public interface WeightsConverter {

  /** Name of the form it reads, such as {@code safetensors of torchvision resnet50}. */
  String form();

  /**
   * @return bytes of an ONNX network with one input and one output
   * @throws DeepFeatureException if the file is of another form or incomplete
   */
  byte[] toOnnx(Path weights) throws DeepFeatureException;
}
