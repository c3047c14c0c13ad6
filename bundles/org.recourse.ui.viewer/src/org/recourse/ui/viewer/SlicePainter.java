/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Draws over every slice, under the tool in the hand and whatever that is. UI thread only.
 *
 * @since 1.0
 */
@ConsumerType
@FunctionalInterface
public interface SlicePainter {

  /** Draws over one slice; called at every repaint. */
  void paint(SliceCanvas canvas);
}
