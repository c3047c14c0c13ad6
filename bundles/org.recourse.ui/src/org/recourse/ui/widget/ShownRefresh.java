/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;

/**
 * Refreshes what can be seen at once, and what is hidden when it is shown, before it is painted. UI
 * thread only.
 */
public final class ShownRefresh {

  private final Control owner;
  private final Runnable refresh;
  private boolean due;

  /**
   * Follows a control until it is disposed.
   *
   * @param owner with the widgets that are refreshed
   * @param refresh shows the newest state of what the widgets are of
   */
  public ShownRefresh(Control owner, Runnable refresh) {
    this.owner = Objects.requireNonNull(owner, "owner");
    this.refresh = Objects.requireNonNull(refresh, "refresh");
    Listener shown = event -> refreshIfDue();
    // whatever holds the control may be what is shown; it is told before it can be seen
    for (Control at = owner; at != null; at = at.getParent()) { // SWT: null above a shell
      Control holder = at;
      holder.addListener(SWT.Show, shown);
      owner.addDisposeListener(
          e -> {
            if (!holder.isDisposed()) {
              holder.removeListener(SWT.Show, shown);
            }
          });
    }
    owner.addListener(SWT.Paint, shown); // where it was moved to another holder meanwhile
  }

  /** Something changed: refreshes now, or before the control is seen again. */
  public void request() {
    if (!owner.isDisposed()) {
      due = true;
      if (owner.isVisible()) {
        refreshIfDue();
      }
    }
  }

  private void refreshIfDue() {
    if (due) {
      due = false;
      refresh.run();
    }
  }
}
