/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A scalar quantity that is drawn over the slices with a colour bar, such as a risk per voxel or a
 * registration uncertainty. Contributed through the extension point {@code
 * org.recourse.ui.viewer.overlays}. Implementations are stateless and thread-safe and have a public
 * constructor without parameters.
 *
 * @since 1.0
 */
@ConsumerType
public interface Overlay {

  /** What the overlay is; constant, and the id equals that of the extension. */
  OverlayDescription description();

  /**
   * Computes the volume. Called in the background; whatever is thrown becomes a finding that names
   * the bundle.
   *
   * @param input the case as it was when the overlay was asked for
   * @param monitor progress; its cancellation is checked at least once a slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  OverlayResult compute(OverlayInput input, IProgressMonitor monitor);
}
