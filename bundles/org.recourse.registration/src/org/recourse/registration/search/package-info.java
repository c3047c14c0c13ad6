/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Finding a transform between two images: rigid and free-form registration. Results carry the map
 * from the fixed to the moving frame, which is what pulls the moving image onto the fixed grid.
 */
package org.recourse.registration.search;
