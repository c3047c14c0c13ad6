/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.ToolBar;

/**
 * A tool of the main toolbar for an action whose tool the platform's IDE hides in every
 * perspective: it recognises tools of actions by their command, and this one only by its own id.
 */
final class ShownTool extends ContributionItem {

  private final ActionContributionItem tool;

  ShownTool(IAction action) {
    super("recourse." + action.getId());
    tool = new ActionContributionItem(action);
  }

  @Override
  public void fill(ToolBar parent, int index) {
    tool.fill(parent, index);
  }

  @Override
  public void update(String property) {
    tool.update(property);
  }

  @Override
  public void dispose() {
    tool.dispose();
    super.dispose();
  }
}
