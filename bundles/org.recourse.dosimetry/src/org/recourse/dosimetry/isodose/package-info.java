/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lines, surfaces and volumes of equal dose, and the difference of two doses. Everything is
 * stateless and thread-safe; positions are patient LPS in mm.
 */
package org.recourse.dosimetry.isodose;
