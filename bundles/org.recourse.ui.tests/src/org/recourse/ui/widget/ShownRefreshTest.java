/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownRefreshTest {

  private OpenShell window;
  private Composite holder;
  private Composite page;
  private ShownRefresh refresh;
  private int refreshed;

  @BeforeEach
  void open() {
    window = new OpenShell();
    holder = new Composite(window.shell(), SWT.NONE);
    holder.setLayout(new FillLayout());
    page = new Composite(holder, SWT.NONE);
    refresh = new ShownRefresh(page, () -> refreshed++);
    window.open();
  }

  @AfterEach
  void close() {
    if (window != null) { // without a display there is none
      window.close();
    }
  }

  @Test
  void whatIsSeenIsRefreshedAtOnce() {
    refresh.request();
    refresh.request();

    assertEquals(2, refreshed);
  }

  @Test
  void whatIsHiddenIsRefreshedOnceBeforeItIsShown() {
    page.setVisible(false);
    refresh.request();
    refresh.request();
    assertEquals(0, refreshed);

    page.setVisible(true);
    assertEquals(1, refreshed);

    page.setVisible(false);
    page.setVisible(true);
    assertEquals(1, refreshed, "nothing has changed since");
  }

  @Test
  void whatHoldsItMayBeShown() {
    holder.setVisible(false);
    refresh.request();
    assertEquals(0, refreshed);

    holder.setVisible(true);
    assertEquals(1, refreshed);
  }

  @Test
  void aDisposedPageIsLeftAlone() {
    page.dispose();

    refresh.request();
    holder.setVisible(false);
    holder.setVisible(true);

    assertEquals(0, refreshed);
  }
}
