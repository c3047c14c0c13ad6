/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.util.List;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;

/**
 * Takes menu entries of text editing out of every perspective: there is no text here to open or to
 * convert.
 */
final class TextEditingMenus extends PerspectiveAdapter {

  private static final List<String> HIDDEN =
      List.of(
          "org.eclipse.ui.actionSet.openFiles",
          "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
          "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
          "org.eclipse.ui.edit.text.actionSet.navigation",
          "org.eclipse.ui.edit.text.actionSet.openExternalFile");

  /** Hides them now and whenever a perspective is opened in the window. */
  void hideIn(IWorkbenchWindow window) {
    window.addPerspectiveListener(this);
    HIDDEN.forEach(window.getActivePage()::hideActionSet);
  }

  @Override
  public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
    HIDDEN.forEach(page::hideActionSet);
  }
}
