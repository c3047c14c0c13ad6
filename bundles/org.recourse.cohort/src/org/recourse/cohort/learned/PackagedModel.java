/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.io.IOException;
import java.nio.file.Path;

/** A model that can be written as a model package. */
public interface PackagedModel {

  /** Names its folder. */
  String id();

  /** Writes the package into a folder of its id inside {@code parent}; it must not exist yet. */
  void write(Path parent) throws IOException;
}
