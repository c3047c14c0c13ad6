/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Cases on disk: one XMI file in a case folder, beside the DICOM files it refers to. A save
 * replaces the file as a whole or not at all and keeps the version before; files of every release
 * stay readable through one migration step per format version.
 */
package org.recourse.model.store;
