/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Import of folders of DICOM files into a case: what was accepted, and everything that was
 * repaired, doubted or rejected as findings.
 */
package org.recourse.dicom.imports;
