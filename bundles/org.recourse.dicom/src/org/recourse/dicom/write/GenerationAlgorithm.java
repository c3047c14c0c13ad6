/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.util.Arrays;
import java.util.Optional;

/** Who drew a region of interest: ROI Generation Algorithm (3006,0036). */
public enum GenerationAlgorithm {
  /** Drawn by a person. */
  MANUAL,
  /** Computed with the help of a person, such as a margin around a drawn structure. */
  SEMIAUTOMATIC,
  /** Computed by a program alone. */
  AUTOMATIC;

  /** The value of a file; empty if it is none of the defined terms. */
  public static Optional<GenerationAlgorithm> ofTerm(String term) {
    return Arrays.stream(values()).filter(each -> each.name().equals(term.strip())).findFirst();
  }
}
