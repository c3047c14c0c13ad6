/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.net.URL;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;

/**
 * Images that the platform's project and problem views ask the application for by id; without them
 * the views show red squares. The ids of the problem images are strings of the platform's views.
 */
final class ProjectImages {

  private static final String IDE_BUNDLE = "org.eclipse.ui.ide";

  private static final Map<String, String> FILE_BY_ID =
      Map.of(
          IDE.SharedImages.IMG_OBJ_PROJECT,
          "obj16/prj_obj",
          IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED,
          "obj16/cprj_obj",
          "IMG_OBJS_ERROR_PATH",
          "obj16/error_tsk",
          "IMG_OBJS_WARNING_PATH",
          "obj16/warn_tsk",
          "IMG_OBJS_INFO_PATH",
          "obj16/info_tsk",
          "IMG_ELCL_QUICK_FIX_ENABLED",
          "elcl16/smartmode_co",
          "IMG_DLCL_QUICK_FIX_DISABLED",
          "dlcl16/smartmode_co");

  private ProjectImages() {}

  static void declare(IWorkbenchConfigurer configurer) {
    Bundle ide = Platform.getBundle(IDE_BUNDLE);
    FILE_BY_ID.forEach(
        (id, file) -> {
          URL url = find(ide, file);
          if (url != null) {
            configurer.declareImage(id, ImageDescriptor.createFromURL(url), true);
          }
        });
  }

  private static URL find(Bundle ide, String file) {
    URL vector = ide.getEntry("icons/full/" + file + ".svg");
    return vector == null ? ide.getEntry("icons/full/" + file + ".png") : vector;
  }
}
