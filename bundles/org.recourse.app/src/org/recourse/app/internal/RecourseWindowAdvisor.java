/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Size and furniture of the window. */
final class RecourseWindowAdvisor extends WorkbenchWindowAdvisor {

  private static final Point INITIAL_SIZE = new Point(1600, 1000);

  RecourseWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
    super(configurer);
  }

  @Override
  public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
    return new RecourseActionBars(configurer);
  }

  @Override
  public void preWindowOpen() {
    IWorkbenchWindowConfigurer window = getWindowConfigurer();
    window.setInitialSize(INITIAL_SIZE);
    window.setShowCoolBar(true);
    window.setShowStatusLine(true);
    window.setShowProgressIndicator(true);
    window.setTitle("ReCourse \u2013 " + ResearchNotice.TEXT.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public void postWindowOpen() {
    new TextEditingMenus().hideIn(getWindowConfigurer().getWindow());
    new CaseHistoryInViews().serve(getWindowConfigurer().getWindow().getActivePage());
  }
}
