/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.recourse.dosimetry.structure.Margin;
import org.recourse.dosimetry.structure.StructureAlgebra;
import org.recourse.ui.widget.WidgetId;

/** What is to be made of which structures, with its distances. UI thread only. */
final class RecipeFields {

  private static final int TENTHS = 10;
  private static final int MOST_TENTHS = 1000;
  private static final int FIRST_MARGIN_TENTHS = 30;
  private static final String[] SIDES = {
    "Left", "Right", "Anterior", "Posterior", "Superior", "Inferior"
  };

  /** What can be made. */
  enum Kind {
    UNION("Union: A or B", true),
    INTERSECTION("Intersection: A and B", true),
    SUBTRACTION("Subtraction: A without B", true),
    GROW("Margin: A grown", false),
    SHRINK("Margin: A shrunk", false),
    RING("Ring around A", false),
    CROP("Crop: A away from B", true),
    KEEP("Crop: A inside B", true);

    private final String title;
    private final boolean usesB;

    Kind(String title, boolean usesB) {
      this.title = title;
      this.usesB = usesB;
    }
  }

  private final List<String> names;
  private final Runnable whenChanged;
  private final Combo kind;
  private final Combo first;
  private final Combo second;
  private final Label secondLabel;
  private final Label distanceLabel;
  private final Composite distances;
  private final Button even;
  private final List<Label> sideLabels = new ArrayList<>();
  private final List<Spinner> sides = new ArrayList<>();

  RecipeFields(Composite parent, List<String> names, Optional<String> selected, Runnable changed) {
    this.names = names;
    this.whenChanged = changed;
    new Label(parent, SWT.NONE).setText("Make");
    kind = combo(parent, "make.kind");
    for (Kind each : Kind.values()) {
      kind.add(each.title);
    }
    kind.select(Kind.GROW.ordinal());
    new Label(parent, SWT.NONE).setText("Structure A");
    first = combo(parent, "make.a");
    secondLabel = new Label(parent, SWT.NONE);
    secondLabel.setText("Structure B");
    second = combo(parent, "make.b");
    first.setItems(names.toArray(String[]::new));
    second.setItems(names.toArray(String[]::new));
    first.select(Math.max(0, selected.map(names::indexOf).orElse(0)));
    second.select(names.size() > 1 && first.getSelectionIndex() == 0 ? 1 : 0);
    distanceLabel = new Label(parent, SWT.NONE);
    distanceLabel.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
    distances = new Composite(parent, SWT.NONE);
    var layout = new GridLayout(6, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    distances.setLayout(layout);
    distances.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    even = WidgetId.mark(new Button(distances, SWT.CHECK), "make.even");
    even.setText("the same in all directions");
    even.setSelection(true);
    even.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 6, 1));
    even.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
    for (String side : SIDES) {
      addSide(side);
    }
    for (Combo combo : List.of(kind, first, second)) {
      combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
    }
    refresh();
  }

  private static Combo combo(Composite parent, String id) {
    var combo = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), id);
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return combo;
  }

  private void addSide(String side) {
    var label = new Label(distances, SWT.NONE);
    label.setLayoutData(new GridData());
    sideLabels.add(label);
    var spinner = WidgetId.mark(new Spinner(distances, SWT.BORDER), "make." + side);
    spinner.setLayoutData(new GridData());
    spinner.setDigits(1);
    spinner.setMaximum(MOST_TENTHS);
    spinner.setIncrement(TENTHS / 2);
    spinner.setSelection(FIRST_MARGIN_TENTHS);
    spinner.addModifyListener(event -> whenChanged.run());
    sides.add(spinner);
    var unit = new Label(distances, SWT.NONE);
    unit.setText("mm");
    unit.setLayoutData(new GridData());
    spinner.setData(unit);
  }

  private Kind kind() {
    return Kind.values()[Math.max(0, kind.getSelectionIndex())];
  }

  int first() {
    return first.getSelectionIndex();
  }

  /** The second structure of the list, for recipes of two. */
  Optional<Integer> second() {
    return kind().usesB ? Optional.of(second.getSelectionIndex()) : Optional.empty();
  }

  private void refresh() {
    Kind wanted = kind();
    secondLabel.setEnabled(wanted.usesB);
    second.setEnabled(wanted.usesB);
    boolean margin = wanted == Kind.GROW || wanted == Kind.SHRINK;
    show(even, margin);
    switch (wanted) {
      case UNION, INTERSECTION, SUBTRACTION -> label("", List.of());
      case GROW, SHRINK ->
          label("Margin", even.getSelection() ? List.of("All sides") : List.of(SIDES));
      case RING -> label("Ring", List.of("from", "to"));
      case CROP -> label("Distance", List.of("from B"));
      case KEEP -> label("Distance", List.of("from the surface of B"));
    }
    if (wanted == Kind.RING && sides.get(0).getSelection() >= sides.get(1).getSelection()) {
      sides.get(0).setSelection(0);
      sides.get(1).setSelection(TENTHS * TENTHS);
    }
    distances.getParent().layout(true, true);
    whenChanged.run();
  }

  private void label(String title, List<String> labels) {
    distanceLabel.setText(title);
    for (int i = 0; i < sides.size(); i++) {
      boolean used = i < labels.size();
      sideLabels.get(i).setText(used ? labels.get(i) : "");
      show(sideLabels.get(i), used);
      show(sides.get(i), used);
      if (sides.get(i).getData() instanceof Label unit) {
        show(unit, used);
      }
    }
  }

  private static void show(Control control, boolean shown) {
    control.setVisible(shown);
    if (control.getLayoutData() instanceof GridData data) {
      data.exclude = !shown;
    }
  }

  /** The recipe, or a sentence why there is none. */
  Entered entered() {
    if (names.isEmpty()) {
      return new Entered.Incomplete("The case has no structures to make another one of.");
    }
    String a = names.get(first());
    String b = names.get(Math.max(0, second.getSelectionIndex()));
    if (kind().usesB && first.getSelectionIndex() == second.getSelectionIndex()) {
      return new Entered.Incomplete("Choose two different structures.");
    }
    if (kind() == Kind.RING && mm(0) >= mm(1)) {
      return new Entered.Incomplete("The ring must end further out than it begins.");
    }
    return new Entered.Complete(
        switch (kind()) {
          case UNION -> combination(StructureAlgebra.Operation.UNION, a, b);
          case INTERSECTION -> combination(StructureAlgebra.Operation.INTERSECTION, a, b);
          case SUBTRACTION -> combination(StructureAlgebra.Operation.DIFFERENCE, a, b);
          case GROW -> new Recipe.Growth(margin(), a);
          case SHRINK -> new Recipe.Shrinking(margin(), a);
          case RING -> new Recipe.Ring(mm(0), mm(1), a);
          case CROP -> new Recipe.CropOutOf(mm(0), a, b);
          case KEEP -> new Recipe.KeepInside(mm(0), a, b);
        });
  }

  /** What the fields say. */
  sealed interface Entered {
    record Complete(Recipe recipe) implements Entered {}

    record Incomplete(String sentence) implements Entered {}
  }

  private static Recipe combination(StructureAlgebra.Operation operation, String a, String b) {
    return new Recipe.Combination(operation, a, b);
  }

  private Margin margin() {
    return even.getSelection()
        ? Margin.isotropic(mm(0))
        : new Margin(mm(0), mm(1), mm(3), mm(2), mm(4), mm(5));
  }

  private double mm(int side) {
    return sides.get(side).getSelection() / (double) TENTHS;
  }
}
