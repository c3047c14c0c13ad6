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
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.grid.finding.Finding;

/**
 * Features of a cohort. Immutable.
 *
 * @param byReader one table per reader with the patients whose regions that reader drew, in the
 *     order of the cohort; the first is that of reader 0
 * @param findings what went wrong, case by case
 */
public record CohortFeatures(List<FeatureTable> byReader, List<Finding> findings) {

  public CohortFeatures {
    byReader = List.copyOf(byReader);
    findings = List.copyOf(findings);
  }

  /** Returns the features of the first reader. */
  public FeatureTable features() {
    return byReader.getFirst();
  }
}
