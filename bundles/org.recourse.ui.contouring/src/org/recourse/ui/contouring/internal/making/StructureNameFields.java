/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.preference.ColorSelector;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.recourse.dicom.imports.StructureNaming;
import org.recourse.model.StructureType;
import org.recourse.ui.contouring.internal.edit.NewStructure;
import org.recourse.ui.widget.WidgetId;

/** Name, standard name, type and colour of a structure to be made; two columns. UI thread only. */
final class StructureNameFields {

  private static final String NO_STANDARD_NAME = "none";
  private static final int LONGEST_NAME = 64;

  private final Text name;
  private final Combo standard;
  private final Combo type;
  private final ColorSelector colour;
  private final Runnable whenChanged;

  StructureNameFields(Composite parent, int position, Runnable whenChanged) {
    this.whenChanged = whenChanged;
    new Label(parent, SWT.NONE).setText("Name");
    name = WidgetId.mark(new Text(parent, SWT.BORDER), "structure.name");
    name.setTextLimit(LONGEST_NAME);
    name.setLayoutData(wide());
    new Label(parent, SWT.NONE).setText("TG-263 name");
    standard = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), "structure.tg263");
    standard.setLayoutData(wide());
    standard.setToolTipText("Standard names that fit what was typed; none is taken by itself");
    new Label(parent, SWT.NONE).setText("Type");
    type = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), "structure.type");
    type.setItems(
        StructureType.VALUES.stream().map(StructureNameFields::text).toArray(String[]::new));
    type.setLayoutData(wide());
    new Label(parent, SWT.NONE).setText("Colour");
    colour = new ColorSelector(parent);
    colour.setColorValue(rgb(StructureColours.first(StructureType.ORGAN, position)));
    select(StructureType.ORGAN, position);
    suggest();
    name.addModifyListener(event -> suggest());
    type.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(event -> select(type(), position)));
  }

  private static GridData wide() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false);
  }

  static String text(StructureType type) {
    return switch (type) {
      case GTV, CTV, PTV -> type.name();
      case ORGAN, EXTERNAL, AVOIDANCE, OTHER -> type.name().toLowerCase(Locale.ROOT);
    };
  }

  /** Chooses a type with its usual colour. */
  void select(StructureType wanted, int position) {
    type.select(StructureType.VALUES.indexOf(wanted));
    colour.setColorValue(rgb(StructureColours.first(wanted, position)));
    whenChanged.run();
  }

  /** Types a name. */
  void setName(String text) {
    name.setText(text.substring(0, Math.min(text.length(), LONGEST_NAME)));
  }

  String name() {
    return name.getText().strip();
  }

  private StructureType type() {
    return StructureType.VALUES.get(Math.max(0, type.getSelectionIndex()));
  }

  private void suggest() {
    List<String> fitting = StructureNaming.suggestions(name.getText());
    standard.removeAll();
    standard.add(NO_STANDARD_NAME);
    fitting.forEach(standard::add);
    boolean exact = !fitting.isEmpty() && fitting.getFirst().equals(name());
    standard.select(exact ? 1 : 0);
    whenChanged.run();
  }

  /** What was entered; empty while there is no name. */
  Optional<NewStructure> entered(String recipe) {
    if (name().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> standardName =
        standard.getSelectionIndex() > 0 ? Optional.of(standard.getText()) : Optional.empty();
    RGB chosen = colour.getColorValue();
    return Optional.of(
        new NewStructure(
            name(),
            standardName,
            type(),
            chosen.red << 16 | chosen.green << 8 | chosen.blue,
            recipe));
  }

  private static RGB rgb(int rgb) {
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
