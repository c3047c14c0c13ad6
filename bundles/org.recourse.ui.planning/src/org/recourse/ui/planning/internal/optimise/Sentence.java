/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

/** Messages of exceptions as sentences for people. Stateless. */
final class Sentence {

  private Sentence() {}

  static String of(Exception e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage().strip();
    if (text.isEmpty()) {
      return e.getClass().getSimpleName() + ".";
    }
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
