/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.feature;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A group of features that are computed together, such as the first order features.
 *
 * <p>Vendors add a family through the extension point {@code
 * org.recourse.radiomics.featureFamilies}. An implementation is stateless and may be called from
 * several threads at once. It does not touch files, preferences or the user interface.
 *
 * @since 1.0
 */
@ConsumerType
public interface FeatureFamily {

  /**
   * Describes the family; its id is the feature class of a parameter file, such as {@code glcm}.
   */
  FamilyDescription description();

  /**
   * Computes the features of one region on one image.
   *
   * @param input the image inside the box of the region, the region, which is not empty, and the
   *     settings
   * @param monitor cancellation
   * @return values under the names of the description, without prefix
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  FeatureVector compute(FeatureInput input, IProgressMonitor monitor);
}
