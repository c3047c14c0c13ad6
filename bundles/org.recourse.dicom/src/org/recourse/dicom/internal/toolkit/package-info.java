/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The seam over the DICOM toolkit: files in and out, text, pixel decoding. The genuine dcm4che
 * takes the place of the toolkit by changing imports in this bundle; the guards G1 to G7 of
 * releng/decisions/0002-dicom-toolkit.md stand here and nowhere else.
 */
package org.recourse.dicom.internal.toolkit;
