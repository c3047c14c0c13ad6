/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.ui.widget.WidgetId;

/** Chooses which fractions interact where repair is incomplete. UI thread only. */
final class RepairChoice {

  private final Label label;
  private final Combo variants;

  /**
   * Makes two widgets, hidden until they matter.
   *
   * @param choose told whether what is left over night is carried on
   */
  RepairChoice(Composite parent, Consumer<Boolean> choose) {
    label = new Label(parent, SWT.NONE);
    label.setText(" Repair");
    label.setLayoutData(new RowData());
    variants = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), "ledger.repair");
    variants.setLayoutData(new RowData());
    variants.setItems(RepairText.VARIANTS.toArray(String[]::new));
    variants.setToolTipText(
        "Which fractions interact where a half-time of repair is typed: those of one day, or all,"
            + " so that what is left over night is carried on. The second assumes treatment on"
            + " consecutive days, so with weekends it is an upper bound");
    variants.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> choose.accept(variants.getSelectionIndex() == 1)));
    show(false, false);
  }

  void show(boolean matters, boolean overnight) {
    variants.select(overnight ? 1 : 0);
    label.setVisible(matters);
    variants.setVisible(matters);
    ((RowData) label.getLayoutData()).exclude = !matters;
    ((RowData) variants.getLayoutData()).exclude = !matters;
  }
}
