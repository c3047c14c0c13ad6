/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.ImageVolume;

/**
 * A volume read from a file. Immutable.
 *
 * @param volume values after slope and intercept, in patient LPS
 * @param findings reservations, such as a position that the file does not state
 * @param slicesReversed whether the axes of the file are left-handed, so that its slices stand in
 *     reverse order here: what depends on the order of voxels in the file must turn them back
 */
public record ExchangedVolume(ImageVolume volume, List<Finding> findings, boolean slicesReversed) {

  public ExchangedVolume {
    findings = List.copyOf(findings);
  }
}
