/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Case on the left, plan in the middle, risks on the right, DVH and tables below. */
public final class PlanningPerspective implements IPerspectiveFactory {

  static final String ID = "org.recourse.app.planning";

  private static final String VIEW = "org.recourse.ui.views.";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.setEditorAreaVisible(true);

    IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.17f, editors);
    left.addView(VIEW + "caseExplorer");

    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.66f, editors);
    below.addView(VIEW + "dvh");

    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.72f, editors);
    right.addView(VIEW + "assistant");
    right.addView(VIEW + "risks");

    IFolderLayout tables = layout.createFolder("tables", IPageLayout.RIGHT, 0.42f, "below");
    tables.addView(VIEW + "statistics");
    tables.addView(VIEW + "goals");
    tables.addView(VIEW + "findings");
    tables.addView(IPageLayout.ID_PROBLEM_VIEW);
    tables.addView(IProgressConstants.PROGRESS_VIEW_ID);

    for (String view :
        new String[] {
          "assistant", "caseExplorer", "dvh", "statistics", "goals", "risks", "findings"
        }) {
      layout.addShowViewShortcut(VIEW + view);
    }
    layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
    layout.addShowViewShortcut(IPageLayout.ID_PROJECT_EXPLORER);
    layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
  }
}
