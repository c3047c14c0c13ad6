/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;

/** Where the images of a cohort come from. Implementations are thread-safe. */
public interface ImageSource {

  /** Returns the names of the patients in the order of the cohort, distinct. */
  List<String> patientIds();

  /**
   * Returns the images of a patient with their regions, those of every reader that is asked for.
   * The same call always gives the same.
   *
   * @param readers how many readers are wanted at most; a patient may have fewer
   * @throws CaseFailure if something is missing or cannot be read; the others go on
   */
  List<ImagedRegion> load(String patientId, int readers, IProgressMonitor monitor)
      throws CaseFailure;

  /** Returns a text that changes when the source gives other images; part of what is resumed. */
  String fingerprint();
}
