/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.List;
import java.util.Objects;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.grid.finding.Finding;

/**
 * A case with its voxels in memory.
 *
 * @param openCase the case
 * @param findings what could not be read; the rest is usable
 */
public record LoadedCase(OpenCase openCase, List<Finding> findings) {

  public LoadedCase {
    Objects.requireNonNull(openCase, "openCase");
    findings = List.copyOf(findings);
  }
}
