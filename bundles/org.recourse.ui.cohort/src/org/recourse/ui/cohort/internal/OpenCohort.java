/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.grid.finding.Finding;

/**
 * The cohort on the desk. Immutable.
 *
 * @param folder its folder
 * @param table its patients
 * @param findings what the import check says
 */
public record OpenCohort(Path folder, CohortTable table, List<Finding> findings) {
  public OpenCohort {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(table, "table");
    findings = List.copyOf(findings);
  }
}
