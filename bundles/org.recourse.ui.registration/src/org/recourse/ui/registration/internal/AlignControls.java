/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.WidgetId;

/** Choices, six numbers, buttons and the verdict beside the images. UI thread only. */
final class AlignControls {

  private static final int SCALE_STEPS = 100;
  private static final int WIDTH = 290;
  private static final int MARGIN = 20; // room for the scroll bar

  /** What the user wants. */
  interface Listener {
    void imagesChosen();

    void shownOtherwise(FusionMode mode, double share);

    void movedByHand(int degree, double value);

    /** Starts a search, rigid or with a deformation after the rigid part. */
    void searchAsked(boolean deformable);

    void landmarksAsked();

    void cancelAsked();

    void checkAsked();

    void acceptAsked();

    void resetAsked();
  }

  private final ScrolledComposite scrolled;
  private final Composite panel;
  private final Listener listener;
  private final Combo fixed;
  private final Combo moving;
  private final Combo mode;
  private final Scale share;
  private final List<NumberField> degrees = new ArrayList<>();
  private final Button search;
  private final Button deformable;
  private final Button landmarks;
  private final Button cancel;
  private final Button check;
  private final Button accept;
  private final Button reset;
  private final Label verdict;

  AlignControls(Composite parent, Listener listener) {
    this.listener = listener;
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    var width = new GridData(SWT.FILL, SWT.FILL, false, true);
    width.widthHint = WIDTH + MARGIN;
    scrolled.setLayoutData(width);
    panel = new Composite(scrolled, SWT.NONE);
    panel.setLayout(new GridLayout(3, false));
    scrolled.setContent(panel);
    fixed = combo("Fixed image", "alignImages.fixed", i -> listener.imagesChosen());
    moving = combo("Moving image", "alignImages.moving", i -> listener.imagesChosen());
    mode = combo("Shown as", "alignImages.mode", i -> shownOtherwise());
    for (FusionMode each : FusionMode.values()) {
      mode.add(each.title());
    }
    mode.select(0);
    share = WidgetId.mark(new Scale(panel, SWT.HORIZONTAL), "alignImages.share");
    share.setMaximum(SCALE_STEPS);
    share.setSelection(SCALE_STEPS / 2);
    share.setLayoutData(wide());
    share.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> shownOtherwise()));
    for (int degree = 0; degree < SixDegrees.COUNT; degree++) {
      degrees.add(field(degree));
    }
    deformable = WidgetId.mark(new Button(panel, SWT.CHECK), "alignImages.deformable");
    deformable.setText("Search a deformation as well");
    deformable.setToolTipText(
        "After the rigid part a deformation is searched, in both directions as a check; accepted,"
            + " it carries dose, and the rigid part joins images and structures");
    deformable.setLayoutData(wide());
    search =
        button(
            "Register",
            "alignImages.search",
            () -> listener.searchAsked(deformable.getSelection()));
    search.setToolTipText("Searches the rigid transform, starting from the six numbers above");
    cancel = button("Cancel", "alignImages.cancel", listener::cancelAsked);
    check = button("Check", "alignImages.check", listener::checkAsked);
    check.setToolTipText("Checks the six numbers as they are, after TG-132");
    reset = button("Reset", "alignImages.reset", listener::resetAsked);
    reset.setToolTipText("Back to the registration of the case, or to the middles of the images");
    accept = button("Accept", "alignImages.accept", listener::acceptAsked);
    accept.setToolTipText("Puts the registration into the case; undo takes it back (Ctrl+Z)");
    landmarks = button("Landmarks…", "alignImages.landmarks", listener::landmarksAsked);
    landmarks.setToolTipText(
        "Reads points marked in both images: CSV lines name, x, y, z, x, y, z (fixed, then moving,"
            + " mm) or JSON");
    verdict = sentence("alignImages.verdict");
    describeMode();
    scrolled.setMinHeight(panel.computeSize(WIDTH, SWT.DEFAULT).y);
  }

  private Combo combo(String label, String id, Consumer<Integer> chosen) {
    new Label(panel, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(panel, SWT.READ_ONLY | SWT.DROP_DOWN), id);
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> chosen.accept(combo.getSelectionIndex())));
    return combo;
  }

  private NumberField field(int degree) {
    var rule =
        SixDegrees.isAngle(degree)
            ? new NumberRule(-180, 180, false, false, "°")
            : new NumberRule(-1000, 1000, false, false, "mm");
    return new NumberField(
        panel,
        new NumberField.Description(
            "alignImages.degree" + degree, SixDegrees.label(degree), rule, 2),
        value -> listener.movedByHand(degree, value));
  }

  private Button button(String text, String id, Runnable action) {
    Button button = WidgetId.mark(new Button(panel, SWT.PUSH), id);
    button.setText(text);
    button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  private Label sentence(String id) {
    Label label = WidgetId.mark(new Label(panel, SWT.WRAP), id);
    GridData data = wide();
    data.widthHint = WIDTH - MARGIN;
    label.setLayoutData(data);
    return label;
  }

  private static GridData wide() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
  }

  private void shownOtherwise() {
    describeMode();
    listener.shownOtherwise(mode(), share());
  }

  private void describeMode() {
    mode.setToolTipText(mode().sentence());
    share.setToolTipText(mode().sentence());
    share.setEnabled(mode() != FusionMode.DIFFERENCE);
  }

  FusionMode mode() {
    return FusionMode.values()[mode.getSelectionIndex()];
  }

  double share() {
    return (double) share.getSelection() / SCALE_STEPS;
  }

  void offerImages(List<String> names, int fixedIndex, int movingIndex) {
    fixed.setItems(names.toArray(String[]::new));
    moving.setItems(names.toArray(String[]::new));
    fixed.select(fixedIndex);
    moving.select(movingIndex);
  }

  int fixedIndex() {
    return fixed.getSelectionIndex();
  }

  int movingIndex() {
    return moving.getSelectionIndex();
  }

  void show(RigidTransform transform) {
    for (int degree = 0; degree < SixDegrees.COUNT; degree++) {
      double value = SixDegrees.get(transform, degree);
      degrees.get(degree).show(OptionalDouble.of(Math.round(value * 100) / 100.0));
    }
  }

  /** Enables what can be done now. */
  void enable(boolean ready, boolean running, boolean checked) {
    boolean idle = ready && !running;
    search.setEnabled(idle);
    deformable.setEnabled(idle);
    landmarks.setEnabled(idle);
    cancel.setEnabled(running);
    check.setEnabled(idle);
    reset.setEnabled(idle);
    accept.setEnabled(idle && checked);
    fixed.setEnabled(!running);
    moving.setEnabled(!running);
    degrees.forEach(field -> field.setEnabled(idle, ""));
  }

  void say(String text) {
    verdict.setText(text);
    scrolled.setMinHeight(panel.computeSize(WIDTH, SWT.DEFAULT).y);
    panel.layout();
  }
}
