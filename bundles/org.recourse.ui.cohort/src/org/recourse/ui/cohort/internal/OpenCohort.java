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
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.grid.finding.Finding;

/**
 * The cohort on the desk. Immutable.
 *
 * @param path its folder
 * @param folder its patients, features and doses
 * @param findings what the import check says
 */
public record OpenCohort(Path path, CohortFolder folder, List<Finding> findings) {
  public OpenCohort {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(folder, "folder");
    findings = List.copyOf(findings);
  }

  /** Returns the patients. */
  public CohortTable table() {
    return folder.cohort().patients();
  }
}
