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
 * Is told of every viewer that opens, to add tools and controls to it. Published as an OSGi (DS)
 * service; stateless, what belongs to one viewer is kept by objects that end with its control. UI
 * thread only.
 *
 * @since 1.0
 */
@ConsumerType
public interface SliceViewerContribution {

  /** Place among the contributions, ascending. */
  int order();

  /** A viewer was opened. Whatever is thrown is shown and leaves the viewer as it is. */
  void opened(SliceViewer viewer);
}
