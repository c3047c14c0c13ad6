/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Derives images from an image before features are taken from them.
 *
 * <p>Vendors add a filter through the extension point {@code org.recourse.radiomics.imageFilters}.
 * An implementation is stateless and may be called from several threads at once. It does not touch
 * files, preferences or the user interface.
 *
 * @since 1.0
 */
@ConsumerType
public interface ImageFilter {

  /**
   * Describes the filter; its id is the image type of a parameter file, such as {@code Wavelet}.
   */
  FilterDescription description();

  /**
   * Hands the derived images to {@code sink}, one after the other, each on the geometry of {@code
   * image}. The name of an image is the prefix of its features without the underscore, such as
   * {@code wavelet-LLH}. A filter that cannot be applied (an image too small) hands over nothing
   * and reports a finding.
   *
   * @param image the whole image, or its part around the region
   * @param region the region on the same geometry; most filters ignore it
   * @param settings general settings, overridden by those of this image type
   * @param sink receives each image and the findings
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor);
}
