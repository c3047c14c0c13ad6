/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;

/** Adds the page "View" with the three slices to the plan editor. Stateless. */
@Component
public final class SlicesPageFactory implements PlanPageFactory {

  private static final int FIRST_PAGE = 100;

  @Override
  public String title() {
    return "View";
  }

  @Override
  public int order() {
    return FIRST_PAGE;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    var model = new ViewerModel(session.viewing());
    var slices = new SessionSlices(session, model, parent.getDisplay());
    var images = new ImageChoices(session.patientCase());
    var page = new SlicesPage(parent, model, session.executor(), images, slices::centreOnSelection);
    if (PlatformUI.isWorkbenchRunning()) { // not in a plain test
      new ViewerCommands(page, session, PlatformUI.getWorkbench());
    }
    page.control().addDisposeListener(event -> slices.stop());
    slices.start();
    return new View(page);
  }

  /** The page as the editor sees it. */
  private record View(SlicesPage page) implements PlanPage {

    @Override
    public Control control() {
      return page.control();
    }

    @Override
    public void setFocus() {
      page.setFocus();
    }
  }
}
