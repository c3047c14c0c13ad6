/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.model.PatientCase;

/**
 * What an import gave.
 *
 * @param patientCase the case, not yet saved; the caller owns it
 * @param findings every repair, doubt and rejected file, the most severe first
 */
public record ImportResult(PatientCase patientCase, List<Finding> findings) {

  public ImportResult {
    Objects.requireNonNull(patientCase, "patientCase");
    findings = List.copyOf(findings);
  }
}
