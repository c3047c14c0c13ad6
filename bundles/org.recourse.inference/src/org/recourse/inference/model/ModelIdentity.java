/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.regex.Pattern;

/**
 * Which model it is. An id never changes its meaning; trained again it is a new version.
 *
 * @param id letters, digits, dot and dash, such as {@code necrosis.t1-dose}
 * @param version such as {@code 1.0.0}
 * @param title name shown to people
 * @param licence terms of use of the weights
 */
public record ModelIdentity(String id, String version, String title, String licence) {

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,99}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2}");

  public ModelIdentity {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id of a model: " + id);
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("not a version such as 1.0.0: " + version);
    }
    if (title.isBlank() || licence.isBlank()) {
      throw new IllegalArgumentException("a model has a title and a licence");
    }
  }
}
