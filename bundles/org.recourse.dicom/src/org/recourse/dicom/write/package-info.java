/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writes images, structures, plans, doses and registrations as DICOM. Every UID follows from the
 * UID of the study and the names given, so the same input makes the same objects each time. Text is
 * UTF-8. A file appears complete or not at all.
 */
package org.recourse.dicom.write;
