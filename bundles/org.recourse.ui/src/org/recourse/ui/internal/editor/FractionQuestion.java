/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.recourse.model.EditKeeps;
import org.recourse.model.Prescription;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Asks what a changed number of fractions keeps, and whether to remember that. */
final class FractionQuestion extends MessageDialogWithToggle {

  private static final int TOTAL_BUTTON = 0;
  private static final int PER_FRACTION_BUTTON = 1;
  private static final int CANCEL_BUTTON = 2;
  private static final String[] BUTTON_IDS = {"keepTotalDose", "keepDosePerFraction", "keepCancel"};

  private int pressed = CANCEL_BUTTON;

  FractionQuestion(Shell parent, Prescription prescription, int newCount) {
    super(
        parent,
        "Change the number of fractions",
        null,
        question(prescription, newCount),
        QUESTION,
        new String[] {"Keep total dose", "Keep dose per fraction", IDialogConstants.CANCEL_LABEL},
        TOTAL_BUTTON,
        "Remember for this plan",
        true);
  }

  private static String question(Prescription prescription, int newCount) {
    double totalGy = prescription.getTotalDoseGy();
    double perFractionGy = totalGy / prescription.getFractionCount();
    return "From "
        + prescription.getFractionCount()
        + " to "
        + newCount
        + " fractions: keep the total dose of "
        + NumberText.fixed(totalGy, 1)
        + " Gy ("
        + NumberText.fixed(totalGy / newCount, 2)
        + " Gy per fraction), or keep the dose per fraction of "
        + NumberText.fixed(perFractionGy, 2)
        + " Gy ("
        + NumberText.fixed(perFractionGy * newCount, 1)
        + " Gy in total)?";
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    for (int i = 0; i < BUTTON_IDS.length; i++) {
      Button button = createButton(parent, i, getButtonLabels()[i], i == TOTAL_BUTTON);
      WidgetId.mark(button, BUTTON_IDS[i]);
    }
  }

  @Override
  protected void buttonPressed(int buttonId) {
    pressed = buttonId;
    setReturnCode(buttonId == CANCEL_BUTTON ? CANCEL : OK);
    close();
  }

  /** Empty if the question was cancelled. */
  Optional<EditKeeps> answer() {
    return switch (pressed) {
      case TOTAL_BUTTON -> Optional.of(EditKeeps.TOTAL_DOSE);
      case PER_FRACTION_BUTTON -> Optional.of(EditKeeps.DOSE_PER_FRACTION);
      default -> Optional.empty();
    };
  }

  boolean remembers() {
    return getToggleState();
  }
}
