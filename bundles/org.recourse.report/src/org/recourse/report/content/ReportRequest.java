/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.report.ReportBlock.Facts.Fact;

/**
 * What a report is made from. Immutable.
 *
 * @param numbers numbers of one revision
 * @param voxels images and contours of the case
 * @param patientName as people read it; may be empty
 * @param caseName name of the case folder
 * @param software name and version of the program
 * @param created when
 * @param origins what the numbers were computed from: files with digests, the record
 * @param proposals proposals that were considered
 * @param withoutProposals the sentence that stands where there are none
 * @param findings findings of the case beside those of the numbers
 */
public record ReportRequest(
    PlanNumbers numbers,
    CaseVoxels voxels,
    String patientName,
    String caseName,
    String software,
    Instant created,
    List<Fact> origins,
    List<ConsideredProposal> proposals,
    String withoutProposals,
    List<Finding> findings) {

  public ReportRequest {
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(voxels, "voxels");
    Objects.requireNonNull(patientName, "patientName");
    Objects.requireNonNull(caseName, "caseName");
    Objects.requireNonNull(software, "software");
    Objects.requireNonNull(created, "created");
    origins = List.copyOf(origins);
    proposals = List.copyOf(proposals);
    Objects.requireNonNull(withoutProposals, "withoutProposals");
    findings = List.copyOf(findings);
  }
}
