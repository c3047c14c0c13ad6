/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The slice viewer: three linked planes of the patient with dose and contours. Everything here is
 * used on the UI thread, except the frames, which are drawn by a job, and the loading of images.
 */
package org.recourse.ui.viewer.internal;
