/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.recourse.model.ImageSeries;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.ViewingState;
import org.recourse.ui.viewer.internal.overlay.OverlayEntry;
import org.recourse.ui.widget.ToggleLook;

/** The row of controls above the slices. Follows the model; UI thread only. */
final class ViewerControls {

  private static final int IMAGE_WIDTH = 150;
  private static final int DOSE_WIDTH = 160;
  private static final int SCALE_WIDTH = 90;

  private final ViewerModel model;
  private final Composite row;
  private final ImageChoices images;
  private final Consumer<ViewerAction> perform;
  private final Combo image;
  private final Combo window;
  private final Combo dose;
  private final Combo overlay;
  private final Scale opacity;
  private final Label opacityText;
  private final Button classic;
  private final Map<ViewerAction, Button> toggles = new EnumMap<>(ViewerAction.class);
  private List<ImageSeries> shownSeries = List.of();
  private List<ShownDose> shownDoses = List.of();

  ViewerControls(
      Composite parent, ViewerModel model, ImageChoices images, Consumer<ViewerAction> perform) {
    this.model = model;
    this.images = images;
    this.perform = perform;
    row = new Composite(parent, SWT.NONE);
    var layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.spacing = 3;
    row.setLayout(layout);
    image = imageCombo();
    dose = doseCombo();
    toggle(ViewerAction.DOSE_WASH, "Dose", "Dose colour wash on or off");
    toggle(ViewerAction.ISODOSES, "Isodoses", "Isodose lines on or off");
    toggle(ViewerAction.CONTOURS, "Contours", "Contours on or off");
    overlay = overlayCombo();
    Composite together = opacityGroup();
    new Label(together, SWT.NONE).setText("Opacity");
    opacity = opacityScale(together);
    opacityText = new Label(together, SWT.RIGHT);
    opacityText.setText("100 %"); // the widest text
    classic = classicButton();
    window = windowCombo();
    push(ViewerAction.FIT, "Fit", "Fit all three slices into their views (double middle click)");
    toggle(ViewerAction.RULER, "Ruler", "Measure a length in mm: draw a line, Escape removes it");
    toggle(ViewerAction.PROFILE, "Profile", "Dose along a line: draw it on a slice");
    push(ViewerAction.MAXIMUM, "Maximum", "Go to the largest dose in the selected structure");
    push(ViewerAction.CENTRE, "Centre", "Go to the middle of the selected structure");
    model.addListener(this::refresh);
    refresh();
  }

  Composite control() {
    return row;
  }

  private Combo doseCombo() {
    var combo = new Combo(row, SWT.READ_ONLY);
    combo.setData("org.recourse.id", "viewer.dose");
    combo.setToolTipText("Which dose is shown");
    combo.setLayoutData(new RowData(DOSE_WIDTH, SWT.DEFAULT)); // limits have long titles
    combo.addListener(
        SWT.Selection,
        event -> model.viewing().showDose(shownDoses.get(combo.getSelectionIndex())));
    return combo;
  }

  private Combo overlayCombo() {
    var combo = new Combo(row, SWT.READ_ONLY);
    combo.setData("org.recourse.id", "viewer.overlay");
    List<OverlayEntry> entries = model.overlays().entries();
    combo.add("No overlay");
    entries.forEach(entry -> combo.add(entry.title()));
    combo.setToolTipText(
        "Overlay: another quantity in the place of the dose colour wash ("
            + ViewerAction.OVERLAY.keyText()
            + " switches it on and off)");
    combo.addListener(
        SWT.Selection,
        event -> {
          int index = combo.getSelectionIndex();
          model
              .overlays()
              .choose(index <= 0 ? Optional.empty() : Optional.of(entries.get(index - 1).id()));
        });
    return combo;
  }

  private Combo imageCombo() {
    var combo = new Combo(row, SWT.READ_ONLY);
    combo.setData("org.recourse.id", "viewer.image");
    combo.setLayoutData(new RowData(IMAGE_WIDTH, SWT.DEFAULT)); // titles may be long
    combo.setToolTipText("Which image is shown, registered to the plan");
    combo.addListener(
        SWT.Selection,
        event ->
            model.viewing().showImage(Optional.of(shownSeries.get(combo.getSelectionIndex()))));
    return combo;
  }

  private void toggle(ViewerAction action, String text, String tooltip) {
    toggles.put(action, button(SWT.TOGGLE, action, text, tooltip));
  }

  private void push(ViewerAction action, String text, String tooltip) {
    button(SWT.PUSH, action, text, tooltip);
  }

  private Button button(int style, ViewerAction action, String text, String tooltip) {
    var button = new Button(row, style);
    button.setData("org.recourse.id", action.commandId());
    button.setText(text);
    button.setToolTipText(tooltip + " (" + action.keyText() + ")");
    button.addListener(SWT.Selection, event -> perform.accept(action));
    return button;
  }

  /** Label, scale and number stay together when the row is broken. */
  private Composite opacityGroup() {
    var group = new Composite(row, SWT.NONE);
    var layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.wrap = false;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    layout.marginLeft = 0;
    layout.marginRight = 0;
    group.setLayout(layout);
    return group;
  }

  private Scale opacityScale(Composite parent) {
    var scale = new Scale(parent, SWT.HORIZONTAL);
    scale.setData("org.recourse.id", "viewer.opacity");
    scale.setMaximum(100);
    scale.setIncrement(5);
    scale.setPageIncrement(10);
    scale.setToolTipText("Opacity of the dose colour wash and of the overlay");
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
    refreshDoses(viewing.shownDose());
    toggles.forEach((action, button) -> ToggleLook.show(button, action.isOn(model)));
    refreshOverlay();
    refreshImages();
    int percent = (int) Math.round(viewing.doseOpacityPercent());
    if (opacity.getSelection() != percent) {
      opacity.setSelection(percent);
    }
    String percentText = percent + " %";
    if (!opacityText.getText().equals(percentText)) { // a new text is a layout of the window
      opacityText.setText(percentText);
    }
    ToggleLook.show(classic, model.classicColours());
    classic.setEnabled(viewing.shownDose().equals(ShownDose.PHYSICAL));
    selectWindow(viewing.window());
  }

  /** A dose that is shown and no longer offered stays in the list until another is chosen. */
  private void refreshDoses(ShownDose shown) {
    List<ShownDose> doses = new ArrayList<>(model.offeredDoses());
    if (!doses.contains(shown)) {
      doses.add(shown);
    }
    if (!doses.equals(shownDoses)) {
      shownDoses = List.copyOf(doses);
      dose.setItems(doses.stream().map(ShownDose::title).toArray(String[]::new));
    }
    select(dose, doses.indexOf(shown));
  }

  private void refreshOverlay() {
    List<OverlayEntry> entries = model.overlays().entries();
    int chosen = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (model.overlays().isChosen(entries.get(i).id())) {
        chosen = i + 1;
      }
    }
    select(overlay, chosen);
  }

  private static void select(Combo combo, int index) {
    if (combo.getSelectionIndex() != index) {
      combo.select(index);
    }
  }

  private void refreshImages() {
    List<ImageSeries> series = images.series();
    if (!series.equals(shownSeries)) {
      shownSeries = series;
      image.setItems(series.stream().map(ImageChoices::roleText).toArray(String[]::new));
      row.layout();
    }
    model
        .viewing()
        .shownImage()
        .or(images::planning)
        .ifPresent(s -> select(image, series.indexOf(s)));
  }

  /** A dragged window is none of the presets. */
  private void selectWindow(IntensityWindow shown) {
    for (WindowPreset preset : WindowPreset.values()) {
      if (preset.window().filter(shown::equals).isPresent()) {
        select(window, preset.ordinal());
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
