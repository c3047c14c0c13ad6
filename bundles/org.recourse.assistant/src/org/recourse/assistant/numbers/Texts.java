/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

/** Text attributes of the model, where EMF has null for "not set". */
final class Texts {

  private Texts() {}

  static String of(String maybeUnset) {
    return maybeUnset == null ? "" : maybeUnset;
  }
}
