/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/**
 * The case folders of the patients of a cohort.
 *
 * @param cohort patients with their case folders, relative to {@code folder}
 * @param folder folder of the cohort
 */
record CaseFolders(CohortTable cohort, Path folder) {
  CaseFolders {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(folder, "folder");
  }

  List<String> patientIds() {
    return cohort.patients().stream().map(CohortPatient::id).toList();
  }

  OpenCase open(String patientId, SliceExecutor executor) throws CaseFailure {
    CohortPatient patient = cohort.find(patientId).orElseThrow();
    if (patient.caseFolder().isEmpty()) {
      throw new CaseFailure(
          "The table names no case folder for " + patientId + "; fill its column \"case\".");
    }
    try {
      return OpenCase.load(folder.resolve(patient.caseFolder()), new CaseStore(), executor);
    } catch (CaseStoreException e) {
      throw new CaseFailure(e.getMessage(), e);
    }
  }
}
