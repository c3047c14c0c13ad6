/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.time.LocalDate;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.ui.widget.WidgetId;

/** Asks for one follow-up. */
final class FollowUpDialog extends TitleAreaDialog {

  private static final String ID = "followUp";
  private static final String[] FOUND = {
    "The outcome occurred", "Seen without it", "Died without it"
  };

  private final String suggestedOutcome;
  private Text patientId;
  private Text outcome;
  private Combo status;
  private DateTime day;
  private Text source;
  private TypedFollowUp entry;

  FollowUpDialog(Shell parent, String suggestedOutcome) {
    super(parent);
    this.suggestedOutcome = suggestedOutcome;
  }

  /** Returns what was entered; only after OK. */
  TypedFollowUp entry() {
    return entry;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Record a follow-up");
    setMessage("Only a pseudonym of the patient is kept in the registry.");
    var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
    patientId = text(area, "Patient ID", "");
    outcome = text(area, "Outcome", suggestedOutcome);
    label(area, "Found");
    status = WidgetId.mark(new Combo(area, SWT.READ_ONLY), ID + ".status");
    status.setItems(FOUND);
    status.select(1);
    label(area, "On");
    day = WidgetId.mark(new DateTime(area, SWT.DATE | SWT.DROP_DOWN), ID + ".day");
    source = text(area, "Source", "");
    source.setMessage("such as endoscopy, letter");
    return area;
  }

  private static void label(Composite area, String text) {
    new Label(area, SWT.NONE).setText(text);
  }

  private static Text text(Composite area, String label, String initial) {
    label(area, label);
    var text = WidgetId.mark(new Text(area, SWT.BORDER), ID + "." + label);
    text.setText(initial);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    return text;
  }

  @Override
  protected void okPressed() {
    try {
      entry =
          new TypedFollowUp(
              patientId.getText(),
              outcome.getText(),
              switch (status.getSelectionIndex()) {
                case 0 -> FollowUp.Status.OCCURRED;
                case 1 -> FollowUp.Status.FREE;
                default -> FollowUp.Status.DIED_WITHOUT;
              },
              LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDay()),
              source.getText());
      super.okPressed();
    } catch (IllegalArgumentException e) {
      setErrorMessage(e.getMessage());
    }
  }
}
