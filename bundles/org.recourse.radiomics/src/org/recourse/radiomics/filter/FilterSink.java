/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.image.VoxelBlock;

/** Receives what a filter makes; implemented by ReCourse. */
public interface FilterSink {

  /** Takes a derived image; features are computed from it before this method returns. */
  void image(String name, VoxelBlock image);

  /** Takes a reservation, such as an image that is too small for the filter. */
  void finding(Finding finding);
}
