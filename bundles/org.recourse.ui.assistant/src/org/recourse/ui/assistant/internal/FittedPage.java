/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.ui.widget.WidgetId;

/**
 * A page as wide as the view and as high as its texts need, which is scrolled where it is too high.
 * UI thread only.
 */
final class FittedPage {

  private static final int SCROLL_ROOM = 12;

  private final ScrolledComposite scroll;
  private final Composite page;
  private boolean pending;

  FittedPage(Composite parent) {
    scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    scroll.setShowFocusedControl(true);
    page = WidgetId.mark(new Composite(scroll, SWT.NONE), "assistant.page");
    var layout = new GridLayout();
    layout.marginRight = SCROLL_ROOM; // some platforms draw the scroll bar over the page
    page.setLayout(layout);
    scroll.setContent(page);
    scroll.addControlListener(ControlListener.controlResizedAdapter(e -> fit()));
  }

  /** What the view holds. */
  Composite control() {
    return scroll;
  }

  /** What holds the panels. */
  Composite page() {
    return page;
  }

  /** One layout after everything that changed its height, however many texts that were. */
  void fitLater() {
    if (!pending) {
      pending = true;
      page.getDisplay()
          .asyncExec(
              () -> {
                pending = false;
                if (!page.isDisposed()) {
                  fit();
                }
              });
    }
  }

  private void fit() {
    int width = scroll.getClientArea().width;
    scroll.setMinHeight(page.computeSize(width, SWT.DEFAULT).y); // measures every text anew
    page.layout(false, true);
  }
}
