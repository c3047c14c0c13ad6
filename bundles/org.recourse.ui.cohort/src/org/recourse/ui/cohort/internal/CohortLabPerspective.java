/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Patients on the left, models beside each other on the right, registry and progress below. */
public final class CohortLabPerspective implements IPerspectiveFactory {

  public static final String ID = "org.recourse.ui.cohort.perspective";
  public static final String PATIENTS = "org.recourse.ui.cohort.patients";
  public static final String COMPARISON = "org.recourse.ui.cohort.comparison";
  public static final String REGISTRY = "org.recourse.ui.cohort.registry";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.setEditorAreaVisible(false);
    layout.addView(PATIENTS, IPageLayout.LEFT, 0.42f, editors);
    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.5f, editors);
    right.addView(COMPARISON);
    right.addView(REGISTRY);
    layout.addView(IProgressConstants.PROGRESS_VIEW_ID, IPageLayout.BOTTOM, 0.85f, PATIENTS);
    for (String view : new String[] {PATIENTS, COMPARISON, REGISTRY}) {
      layout.addShowViewShortcut(view);
    }
    layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
  }
}
