/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.ui.session.CaseSession;

/**
 * Adds one page to the plan editor. Published as an OSGi (DS) service; stateless. The methods are
 * called on the UI thread, {@link #create} once per opened editor, after the case with its voxels
 * has been loaded.
 *
 * @since 1.0
 */
@ConsumerType
public interface PlanPageFactory {

  /** Title of the tab, such as "View". */
  String title();

  /** Place among the tabs, ascending; the pages of the editor itself are 200, 400 and 600. */
  int order();

  /**
   * Creates the page as child of {@code parent}. The page lives until its control is disposed and
   * removes its listeners then.
   */
  PlanPage create(Composite parent, CaseSession session);
}
