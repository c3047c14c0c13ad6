/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Extraction of radiomic features: a parameter file, an image and a region in, named values out. An
 * {@link org.recourse.radiomics.FeatureExtractor} runs the filters and feature families of a {@link
 * org.recourse.radiomics.FeatureCatalogue}.
 */
package org.recourse.radiomics;
