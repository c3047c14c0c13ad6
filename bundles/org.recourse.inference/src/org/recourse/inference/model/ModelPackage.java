/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model package whose files were read once and had the sizes and checksums it names. Immutable;
 * what is used later is what was checked, whatever happens to the folder.
 */
public final class ModelPackage {

  private final ModelDescription description;
  private final Map<FileRole, byte[]> contents;

  ModelPackage(ModelDescription description, Map<FileRole, byte[]> contents) {
    this.description = Objects.requireNonNull(description, "description");
    this.contents =
        contents.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(contents));
  }

  public ModelDescription description() {
    return description;
  }

  /** Returns a copy of the file with this role, if the package has one. */
  public Optional<byte[]> content(FileRole role) {
    return Optional.ofNullable(contents.get(role)).map(byte[]::clone);
  }
}
