/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.OverlayToggle;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.ViewingState;

/** The row of controls above the slices. Follows the model; UI thread only. */
final class ViewerControls {

  private static final int SCALE_WIDTH = 90;

  private final ViewerModel model;
  private final Composite row;
  private final Combo window;
  private final Combo dose;
  private final Scale opacity;
  private final Label opacityText;
  private final Button classic;
  private final Map<OverlayToggle, Button> toggles = new EnumMap<>(OverlayToggle.class);

  ViewerControls(Composite parent, ViewerModel model, Runnable fitAll) {
    this.model = model;
    row = new Composite(parent, SWT.NONE);
    var layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.spacing = 3;
    row.setLayout(layout);
    dose = doseCombo();
    toggle(OverlayToggle.DOSE_WASH, "Dose", "Dose colour wash on or off (D)");
    toggle(OverlayToggle.ISODOSES, "Isodoses", "Isodose lines on or off (I)");
    toggle(OverlayToggle.CONTOURS, "Contours", "Contours on or off (C)");
    toggle(OverlayToggle.GRADIENT, "Gradient", "Dose gradient instead of the wash (G)");
    new Label(row, SWT.NONE).setText("Opacity");
    opacity = opacityScale();
    opacityText = new Label(row, SWT.RIGHT);
    opacityText.setText("100 %"); // the widest text
    classic = classicButton();
    window = windowCombo();
    Button fit = new Button(row, SWT.PUSH);
    fit.setText("Fit");
    fit.setToolTipText("Fit all three slices into their views (double middle click)");
    fit.addListener(SWT.Selection, event -> fitAll.run());
    model.addListener(this::refresh);
    refresh();
  }

  Composite control() {
    return row;
  }

  private Combo doseCombo() {
    var combo = new Combo(row, SWT.READ_ONLY);
    combo.setData("org.recourse.id", "viewer.dose");
    combo.setItems(Arrays.stream(ShownDose.values()).map(ShownDose::title).toArray(String[]::new));
    combo.setToolTipText("Which dose is shown");
    combo.addListener(
        SWT.Selection,
        event -> model.viewing().showDose(ShownDose.values()[combo.getSelectionIndex()]));
    return combo;
  }

  private void toggle(OverlayToggle overlay, String text, String tooltip) {
    var button = new Button(row, SWT.TOGGLE);
    button.setText(text);
    button.setToolTipText(tooltip);
    button.addListener(
        SWT.Selection, event -> model.viewing().setShown(overlay, button.getSelection()));
    toggles.put(overlay, button);
  }

  private Scale opacityScale() {
    var scale = new Scale(row, SWT.HORIZONTAL);
    scale.setData("org.recourse.id", "viewer.opacity");
    scale.setMaximum(100);
    scale.setIncrement(5);
    scale.setPageIncrement(10);
    scale.setToolTipText("Opacity of the dose colour wash");
    scale.setLayoutData(new RowData(SCALE_WIDTH, SWT.DEFAULT));
    scale.addListener(
        SWT.Selection, event -> model.viewing().setDoseOpacityPercent(scale.getSelection()));
    return scale;
  }

  private Button classicButton() {
    var button = new Button(row, SWT.TOGGLE);
    button.setText("Rainbow");
    button.setToolTipText("Classic rainbow for physical dose, to compare with other systems");
    button.addListener(SWT.Selection, event -> model.setClassicColours(button.getSelection()));
    return button;
  }

  private Combo windowCombo() {
    var combo = new Combo(row, SWT.READ_ONLY);
    combo.setData("org.recourse.id", "viewer.window");
    for (WindowPreset preset : WindowPreset.values()) {
      combo.add(preset.title());
    }
    combo.setToolTipText("Window and level (keys 1 to 6, or drag with the right button)");
    combo.addListener(
        SWT.Selection,
        event -> model.applyPreset(WindowPreset.values()[combo.getSelectionIndex()]));
    return combo;
  }

  private void refresh() {
    if (row.isDisposed()) {
      return;
    }
    ViewingState viewing = model.viewing();
    dose.select(viewing.shownDose().ordinal());
    toggles.forEach((overlay, button) -> button.setSelection(viewing.isShown(overlay)));
    int percent = (int) Math.round(viewing.doseOpacityPercent());
    if (opacity.getSelection() != percent) {
      opacity.setSelection(percent);
    }
    opacityText.setText(percent + " %");
    classic.setSelection(model.classicColours());
    classic.setEnabled(viewing.shownDose() == ShownDose.PHYSICAL);
    selectWindow(viewing.window());
  }

  /** A dragged window is none of the presets. */
  private void selectWindow(IntensityWindow shown) {
    for (WindowPreset preset : WindowPreset.values()) {
      if (preset.window().filter(shown::equals).isPresent()) {
        window.select(preset.ordinal());
        return;
      }
    }
    boolean automatic =
        model
            .content()
            .image()
            .map(image -> ViewerModel.stateOf(image.automaticWindow()))
            .filter(shown::equals)
            .isPresent();
    if (automatic) {
      window.select(WindowPreset.AUTOMATIC.ordinal());
    } else {
      window.deselectAll();
    }
  }
}
