/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Starts the workbench on a workspace of its own. */
public final class RecourseApplication implements IApplication {

  private static final String DEFAULT_WORKSPACE = "recourse-workspace";

  @Override
  public Object start(IApplicationContext context) {
    Display.setAppName("ReCourse");
    Display display = PlatformUI.createDisplay();
    var notice = ResearchNotice.open(display);
    try {
      IStatus workspace = lockWorkspace();
      if (!workspace.isOK()) {
        notice.close();
        StartFailure.show(display, workspace);
        return EXIT_OK;
      }
      int code = PlatformUI.createAndRunWorkbench(display, new RecourseWorkbenchAdvisor(notice));
      return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    } finally {
      display.dispose();
    }
  }

  @Override
  public void stop() {
    if (PlatformUI.isWorkbenchRunning()) {
      var workbench = PlatformUI.getWorkbench();
      workbench.getDisplay().syncExec(workbench::close);
    }
  }

  private static IStatus lockWorkspace() {
    Location location = Platform.getInstanceLocation();
    if (location == null) {
      return Status.error("ReCourse needs a workspace folder: start it with -data FOLDER.");
    }
    try {
      if (!location.isSet()) {
        URI folder = Path.of(System.getProperty("user.home"), DEFAULT_WORKSPACE).toUri();
        location.set(toFolderUrl(folder), false);
      }
      if (location.lock()) {
        return Status.OK_STATUS;
      }
      return Status.error(
          "The workspace "
              + location.getURL().getPath()
              + " is in use by another ReCourse. Close that window, or start this one with -data"
              + " FOLDER on another workspace.");
    } catch (IOException | IllegalStateException e) {
      return Status.error(
          "The workspace folder cannot be used: "
              + e.getMessage()
              + ". Start ReCourse with -data FOLDER on a folder you may write to.",
          e);
    }
  }

  private static URL toFolderUrl(URI folder) throws IOException {
    String text = folder.toString();
    return URI.create(text.endsWith("/") ? text : text + "/").toURL();
  }
}
