/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.jface.preference.ColorSelector;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.model.ModelPackage;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.TextField;
import org.recourse.ui.widget.WidgetId;

/** Standard name, type, colour and alpha/beta of the selected structure. UI thread only. */
final class StructureDetails {

  static final NumberRule ALPHA_BETA = NumberRule.positive(100, "Gy");

  /** Longest name of TG-263, which planning systems accept without truncation. */
  private static final int TG263_CHARACTERS = 16;

  private final CaseSession session;
  private final ModelRefresh model;
  private final TextField tg263;
  private final Combo type;
  private final ColorSelector colour;
  private final NumberField alphaBeta;
  private Optional<Structure> shown = Optional.empty();

  StructureDetails(Composite parent, CaseSession session, ModelRefresh model) {
    this.session = session;
    this.model = model;
    Composite area = new Composite(parent, SWT.NONE);
    area.setLayout(new GridLayout(2, true));
    area.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    Composite left = column(area);
    tg263 =
        new TextField(
            left,
            new TextField.Description(
                "tg263", "TG-263 name", "unknown", StructureDetails::tg263Complaint),
            this::setTg263);
    new Label(left, SWT.NONE).setText("Type");
    type = WidgetId.mark(new Combo(left, SWT.READ_ONLY), "structureType");
    type.setItems(StructureType.VALUES.stream().map(StructureDetails::text).toArray(String[]::new));
    type.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    type.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> setType()));
    Composite right = column(area);
    alphaBeta =
        new NumberField(
            right,
            new NumberField.Description("alphaBeta", "α/β", ALPHA_BETA, 1),
            value -> edit(s -> setAlphaBeta(s, value)));
    new Label(right, SWT.NONE).setText("Colour");
    colour = new ColorSelector(right);
    WidgetId.mark(colour.getButton(), "structureColour");
    colour.addListener(e -> setColour((RGB) e.getNewValue()));
    show(Optional.empty());
  }

  private static Composite column(Composite parent) {
    Composite column = new Composite(parent, SWT.NONE);
    var layout = new GridLayout(3, false);
    layout.marginHeight = 0;
    layout.marginWidth = 0;
    column.setLayout(layout);
    column.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return column;
  }

  static String text(StructureType type) {
    return switch (type) {
      case GTV, CTV, PTV -> type.name();
      case ORGAN, EXTERNAL, AVOIDANCE, OTHER -> type.name().toLowerCase(Locale.ROOT);
    };
  }

  static Optional<String> tg263Complaint(String typed) {
    if (!typed.matches("[A-Za-z0-9_~!^+.\\-]*")) {
      return Optional.of(
          "A TG-263 name has letters, digits and the signs _ ~ ! ^ + - only, such as OpticNrv_L.");
    }
    return typed.length() > TG263_CHARACTERS
        ? Optional.of("A TG-263 name has at most 16 characters.")
        : Optional.empty();
  }

  void show(Optional<Structure> structure) {
    shown = structure;
    tg263.setEnabled(structure.isPresent());
    tg263.show(structure.map(Structure::getTg263Name).orElse(""));
    type.setEnabled(structure.isPresent());
    structure.ifPresentOrElse(
        s -> type.select(StructureType.VALUES.indexOf(s.getType())), type::deselectAll);
    colour.setEnabled(structure.isPresent());
    structure
        .map(Structure::getColourRgb)
        .map(StructureDetails::rgb)
        .ifPresent(colour::setColorValue);
    alphaBeta.setEnabled(
        structure.isPresent(), structure.isPresent() ? "" : "Select a structure in the table.");
    alphaBeta.show(
        structure
            .filter(Structure::isSetAlphaBetaGy)
            .map(s -> OptionalDouble.of(s.getAlphaBetaGy()))
            .orElse(OptionalDouble.empty()));
  }

  private static RGB rgb(int rgb) {
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private void edit(java.util.function.Function<Structure, Command> command) {
    shown.map(command).ifPresent(model::execute);
  }

  private EditingDomain domain() {
    return session.editingDomain();
  }

  private Command set(Structure structure, String label, EAttribute feature, Object value) {
    return CaseEditing.set(domain(), label, structure, feature, value);
  }

  private void setTg263(String typed) {
    var feature = ModelPackage.Literals.STRUCTURE__TG263_NAME;
    String label = "Set TG-263 Name";
    edit(
        structure ->
            typed.isBlank()
                ? CaseEditing.unset(domain(), label, structure, feature)
                : set(structure, label, feature, typed));
  }

  private void setType() {
    StructureType chosen = StructureType.VALUES.get(type.getSelectionIndex());
    edit(s -> set(s, "Set Structure Type", ModelPackage.Literals.STRUCTURE__TYPE, chosen));
  }

  private void setColour(RGB chosen) {
    int rgb = chosen.red << 16 | chosen.green << 8 | chosen.blue;
    edit(s -> set(s, "Set Structure Colour", ModelPackage.Literals.STRUCTURE__COLOUR_RGB, rgb));
  }

  Command setAlphaBeta(Structure structure, double alphaBetaGy) {
    return PlanEdits.setAlphaBeta(domain(), structure, OptionalDouble.of(alphaBetaGy));
  }
}
