/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Image filters. Vendors add a filter through the extension point {@code
 * org.recourse.radiomics.imageFilters}; ours are contributed the same way.
 */
package org.recourse.radiomics.filter;
