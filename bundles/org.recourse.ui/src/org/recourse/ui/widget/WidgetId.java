/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import org.eclipse.swt.widgets.Widget;

/** Names a widget so that a test of the window finds it whatever its text or place. Stateless. */
public final class WidgetId {

  /** Key of {@link Widget#getData(String)} that holds the id. */
  public static final String KEY = "org.recourse.id";

  private WidgetId() {}

  /** Gives {@code widget} the id and returns it. */
  public static <W extends Widget> W mark(W widget, String id) {
    widget.setData(KEY, id);
    return widget;
  }
}
