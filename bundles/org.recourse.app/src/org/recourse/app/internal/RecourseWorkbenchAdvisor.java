/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;

/** What the workbench does at start and end; cases are projects of its workspace. */
final class RecourseWorkbenchAdvisor extends WorkbenchAdvisor {

  private final ResearchNotice notice;

  RecourseWorkbenchAdvisor(ResearchNotice notice) {
    this.notice = notice;
  }

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    super.initialize(configurer);
    configurer.setSaveAndRestore(true);
    IDE.registerAdapters();
    ProjectImages.declare(configurer);
    CheckBoxes.keepNative(Display.getCurrent());
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
      IWorkbenchWindowConfigurer configurer) {
    return new RecourseWindowAdvisor(configurer);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return PlanningPerspective.ID;
  }

  @Override
  public IAdaptable getDefaultPageInput() {
    return ResourcesPlugin.getWorkspace().getRoot();
  }

  @Override
  public void postStartup() {
    notice.close();
    if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
      OpenBundledCaseJob.start();
    }
  }

  @Override
  public boolean preShutdown() {
    var saving =
        Job.create(
            "Saving the workspace",
            monitor -> {
              ResourcesPlugin.getWorkspace().save(true, monitor);
            });
    saving.setSystem(true);
    saving.schedule();
    try {
      saving.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
