/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * From a folder of DICOM files to a case project: the wizard, its job, and opening of case folders
 * that exist already.
 */
package org.recourse.ui.internal.imports;
