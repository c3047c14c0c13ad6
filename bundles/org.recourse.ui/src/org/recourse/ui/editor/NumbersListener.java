/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.ShownRefresh;

/**
 * Passes new numbers to a control until it is disposed; while it is hidden the newest wait until it
 * is shown. UI thread only.
 */
public final class NumbersListener implements PlanWatchListener {

  private final ShownRefresh shown;
  private Optional<PlanNumbers> newest = Optional.empty();

  private NumbersListener(Control owner, Consumer<PlanNumbers> receiver) {
    shown = new ShownRefresh(owner, () -> newest.ifPresent(receiver));
  }

  public static void keep(CaseSession session, Control owner, Consumer<PlanNumbers> receiver) {
    var listener = new NumbersListener(owner, receiver);
    session.planWatch().addListener(listener);
    owner.addDisposeListener(e -> session.planWatch().removeListener(listener));
  }

  @Override
  public void onStale(long revision) {
    // the receiver shows only what an edit does not change
  }

  @Override
  public void onNumbers(PlanNumbers numbers) {
    newest = Optional.of(numbers);
    shown.request();
  }

  @Override
  public void onFailure(long revision, RuntimeException cause) {
    // the views of the numbers report it
  }
}
