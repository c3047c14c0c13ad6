/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.filter.FilterDescription;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** The image itself, image type {@code Original}. Stateless and thread-safe. */
public final class OriginalImage implements ImageFilter {

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Original", "Original image", "1.0", List.of(), "PyRadiomics 3.0.1");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    sink.image("original", image);
  }
}
