/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.DoseConversion;

/** Dose responses and EQD2 conversions that are installed. Thread-safe. */
public interface DoseResponseCatalogue {

  /**
   * One of them, as declared.
   *
   * @param id its id
   * @param title its title
   * @param contributor bundle it comes from
   */
  record Entry(String id, String title, String contributor) {}

  /** What was asked for, or the sentence that says why it cannot be had. */
  sealed interface Lookup<T> {
    /** It is there. */
    record Found<T>(T value) implements Lookup<T> {}

    /** It is not; the sentence names the bundle. */
    record Missing<T>(String sentence) implements Lookup<T> {}
  }

  /** Returns the dose responses, our own first; none of their classes is loaded by this. */
  List<Entry> responses();

  /** Returns the conversions, our own first. */
  List<Entry> conversions();

  /** Returns a dose response, creating it if needed. */
  Lookup<DoseResponse> response(String id);

  /** Returns a conversion, creating it if needed. */
  Lookup<DoseConversion> conversion(String id);

  /** Returns what is wrong with extensions; each finding names its bundle. */
  List<Finding> findings();
}
