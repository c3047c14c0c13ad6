/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.filter.ImageFilter;

/**
 * The installed feature families and image filters. Published as an OSGi service; thread-safe.
 *
 * @since 1.0
 */
@ProviderType
public interface FeatureCatalogue {

  /** Families in the order of their contribution. */
  Collection<FeatureFamily> families();

  Optional<FeatureFamily> family(String id);

  /** Filters in the order of their contribution. */
  Collection<ImageFilter> filters();

  Optional<ImageFilter> filter(String id);

  /** What was wrong with contributions, such as a duplicate id; each names the bundle. */
  List<Finding> findings();
}
