/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

/** Texts of the model, which may be unset, as texts for people. Stateless. */
public final class Texts {

  private Texts() {}

  public static String orEmpty(String text) {
    return text == null ? "" : text; // EMF: an unset text is null
  }

  public static String orUnknown(String text) {
    return orEmpty(text).isBlank() ? "–" : text;
  }
}
