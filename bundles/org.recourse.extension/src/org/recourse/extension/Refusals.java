/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import org.recourse.grid.finding.Finding;

/** The sentence about a contribution that is not used. Stateless. */
final class Refusals {

  private Refusals() {}

  /**
   * Says it.
   *
   * @param subject start of the sentence
   * @param bundle who contributed it
   * @param reason end of the sentence, with or without its full stop
   */
  static Finding notUsed(String subject, String bundle, String reason) {
    String end = reason.endsWith(".") ? reason : reason + ".";
    return Finding.error(
        subject
            + " of the bundle "
            + bundle
            + " is not used: "
            + end
            + " Report this to its vendor.",
        bundle);
  }
}
