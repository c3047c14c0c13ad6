/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import java.util.List;
import org.recourse.grid.finding.Finding;

/** Whether a case resembles the training data; shown with every number. */
public sealed interface DomainVerdict {

  /**
   * Root mean square of the scaled features; 1 for a typical training patient, 0 without features.
   */
  double featureDistance();

  /**
   * The case resembles the training data.
   *
   * @param featureDistance see {@link DomainVerdict#featureDistance()}
   */
  record Inside(double featureDistance) implements DomainVerdict {}

  /**
   * The case is unlike the training data.
   *
   * @param featureDistance see {@link DomainVerdict#featureDistance()}
   * @param findings what is unlike, at least one
   */
  record Outside(double featureDistance, List<Finding> findings) implements DomainVerdict {
    public Outside {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a case outside the domain needs a finding");
      }
    }
  }
}
