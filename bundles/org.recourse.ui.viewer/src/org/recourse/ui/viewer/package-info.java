/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What other bundles add to the slices: scalar overlays through the extension point {@code
 * org.recourse.ui.viewer.overlays}, and tools that take the mouse and the keys of a slice and draw
 * on it, through {@link org.recourse.ui.viewer.SliceViewerContribution} services. Positions are
 * patient coordinates (DICOM LPS) in mm in the frame of the plan.
 */
package org.recourse.ui.viewer;
