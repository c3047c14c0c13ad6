/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.file.Path;

/**
 * A DICOM object that has been written.
 *
 * @param file where it is
 * @param sopClassUid SOP Class UID
 * @param sopInstanceUid SOP Instance UID
 * @param seriesInstanceUid Series Instance UID
 * @param frameOfReferenceUid frame of its coordinates
 */
public record WrittenObject(
    Path file,
    String sopClassUid,
    String sopInstanceUid,
    String seriesInstanceUid,
    String frameOfReferenceUid) {}
