/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.problems;

import java.util.function.Consumer;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.ide.IGotoMarker;

/** Leads from a problem marker to the page of the editor where it can be mended. */
public final class GotoProblem implements IGotoMarker {

  private final Consumer<String> showPage;

  public GotoProblem(Consumer<String> showPage) {
    this.showPage = showPage;
  }

  @Override
  public void gotoMarker(IMarker marker) {
    String page = marker.getAttribute(CaseMarker.PAGE, "");
    if (!page.isEmpty()) {
      showPage.accept(page);
    }
  }
}
