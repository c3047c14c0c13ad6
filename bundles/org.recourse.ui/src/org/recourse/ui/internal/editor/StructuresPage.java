/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.NumbersListener;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.ViewingLink;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** Page with the structures of the case: what is visible, and alpha/beta. UI thread only. */
final class StructuresPage implements PlanPage {

  private final CaseSession session;
  private final ModelRefresh model;
  private final Composite page;
  private final Label note;
  private final CheckboxTableViewer viewer;
  private final StructureDetails details;
  private final ColourSwatches swatches;
  private final Map<StructureKey, Double> volumeCm3 = new HashMap<>();

  StructuresPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "structures");
    page.setLayout(new GridLayout(3, false));
    swatches = new ColourSwatches(page);
    note = new Label(page, SWT.WRAP);
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    viewer = CheckboxTableViewer.newCheckList(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "structures.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.setCheckStateProvider(new Visible());
    addColumns();
    details = new StructureDetails(page, session, model);
    viewer.addCheckStateListener(
        e -> session.viewing().setVisible((Structure) e.getElement(), e.getChecked()));
    viewer.addSelectionChangedListener(
        e -> {
          session.viewing().select(selected());
          showSelected();
        });
    listen();
    refresh();
  }

  private void listen() {
    model.keep(page, this::refresh);
    NumbersListener.keep(session, page, this::showVolumes);
    session.planWatch().latest().ifPresent(this::showVolumes);
    ViewingLink.keep(
        session,
        page,
        aspect -> {
          switch (aspect) {
            case VISIBLE_STRUCTURES -> viewer.refresh();
            case SELECTED_STRUCTURE -> showSelection();
            default -> {
              // what else the user looks at does not show here
            }
          }
        });
  }

  /** The check box of a structure says whether it is drawn. */
  private final class Visible implements ICheckStateProvider {
    @Override
    public boolean isChecked(Object structure) {
      return session.viewing().isVisible((Structure) structure);
    }

    @Override
    public boolean isGrayed(Object structure) {
      return false;
    }
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, Structure.class);
    columns
        .text("Name", 20, structure -> Texts.orUnknown(structure.getName()))
        .setLabelProvider(
            new ColumnLabelProvider() {
              @Override
              public String getText(Object row) {
                return Texts.orUnknown(((Structure) row).getName());
              }

              @Override
              public Image getImage(Object row) {
                return swatches.square(((Structure) row).getColourRgb());
              }
            });
    columns.text("TG-263", 16, structure -> Texts.orUnknown(structure.getTg263Name()));
    columns.text("Structure set", 14, StructuresPage::setLabel);
    columns.text("Type", 10, structure -> StructureDetails.text(structure.getType()));
    columns.number(
        "Volume (cm³)",
        9,
        structure -> NumberText.orUnknown(volumeCm3(structure), 1),
        Comparator.comparingDouble(structure -> volumeCm3(structure).orElse(-1)));
    columns
        .number(
            "α/β (Gy)",
            8,
            structure -> NumberText.orUnknown(alphaBetaGy(structure), 1),
            Comparator.comparingDouble(structure -> alphaBetaGy(structure).orElse(-1)))
        .setEditingSupport(
            new NumberCellEditing<>(
                viewer,
                Structure.class,
                new NumberCellEditing.Cell<>(
                    StructureDetails.ALPHA_BETA,
                    1,
                    StructuresPage::alphaBetaGy,
                    this::setAlphaBeta),
                structure -> true));
    columns.fill();
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    viewer.getTable().setFocus();
  }

  private OptionalDouble volumeCm3(Structure structure) {
    Double known = volumeCm3.get(StructureKey.of(structure));
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  private static String setLabel(Structure structure) {
    return structure.eContainer() instanceof StructureSet set
        ? Texts.orUnknown(set.getLabel())
        : Texts.orUnknown("");
  }

  private static OptionalDouble alphaBetaGy(Structure structure) {
    return structure.isSetAlphaBetaGy()
        ? OptionalDouble.of(structure.getAlphaBetaGy())
        : OptionalDouble.empty();
  }

  private Optional<Structure> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Structure structure
        ? Optional.of(structure)
        : Optional.empty();
  }

  private void setAlphaBeta(Structure structure, double alphaBetaGy) {
    model.execute(details.setAlphaBeta(structure, alphaBetaGy));
    showSelected();
  }

  /** Volumes come from the contours and do not change with the plan, so they are never stale. */
  private void showVolumes(PlanNumbers numbers) {
    for (StructureNumbers structure : numbers.structures()) {
      structure
          .physicalDvh()
          .map(Dvh::volumeCm3)
          .ifPresent(volume -> volumeCm3.put(StructureKey.of(structure.structure()), volume));
    }
    viewer.refresh();
  }

  private void refresh() {
    List<Structure> structures =
        session.patientCase().getStructureSets().stream()
            .map(StructureSet::getStructures)
            .flatMap(Collection::stream)
            .toList();
    if (structures.equals(viewer.getInput())) {
      viewer.refresh();
    } else {
      viewer.setInput(structures);
      TableColumns.fit(viewer.getTable());
    }
    note.setText(
        structures.isEmpty()
            ? "This case has no structures. Import an RTSTRUCT file to see contours and DVHs."
            : "The mark shows a structure on the slices and in the DVH. EQD2 of a structure needs"
                + " its α/β.");
    showSelected();
    page.layout(true, true);
  }

  private void showSelection() {
    session
        .viewing()
        .selectedStructure()
        .filter(structure -> !selected().equals(Optional.of(structure)))
        .ifPresent(structure -> viewer.setSelection(new StructuredSelection(structure), true));
  }

  private void showSelected() {
    details.show(selected());
  }
}
