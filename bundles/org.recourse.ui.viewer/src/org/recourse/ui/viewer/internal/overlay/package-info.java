/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The overlays of the slices: the registry of the extension point, the border to the code of a
 * vendor, and what is computed now.
 */
package org.recourse.ui.viewer.internal.overlay;
