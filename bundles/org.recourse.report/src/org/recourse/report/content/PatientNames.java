/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.Arrays;
import java.util.stream.Collectors;

/** DICOM person names as they stand in a report. Stateless. */
public final class PatientNames {

  private PatientNames() {}

  /**
   * Returns "Smith, John (史密斯 约翰)" for the DICOM text "Smith^John=史密斯^约翰".
   *
   * @param dicomName value of the type PN (person name), DICOM PS3.5 section 6.2.1; may be empty
   */
  public static String readable(String dicomName) {
    String[] writings = dicomName.split("=");
    String first = joined(writings.length == 0 ? "" : writings[0], ", ");
    String others =
        Arrays.stream(writings)
            .skip(1)
            .map(writing -> joined(writing, " "))
            .filter(writing -> !writing.isEmpty())
            .collect(Collectors.joining(", "));
    return first.isEmpty() || others.isEmpty() ? first + others : first + " (" + others + ")";
  }

  private static String joined(String writing, String afterFamily) {
    String[] parts = writing.strip().split("\\^", 2);
    String given = parts.length < 2 ? "" : parts[1].replace('^', ' ').strip().replaceAll(" +", " ");
    return parts[0].strip() + (given.isEmpty() ? "" : afterFamily + given);
  }
}
