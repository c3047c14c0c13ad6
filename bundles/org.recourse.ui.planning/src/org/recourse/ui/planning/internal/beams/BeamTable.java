/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** The table of beams with edits in its cells. UI thread only. */
final class BeamTable {

  /** What the cells ask for. */
  interface Listener {

    void weightTyped(Beam beam, double weight);

    void onOffAsked(Beam beam, boolean on);

    /** A beam was moved or renamed. */
    void setupTyped(Beam beam, BeamSetup setup);

    /** Whether weights and on/off mean something: there are doses of single beams. */
    boolean hasBeamDoses();

    void selected(OptionalInt index);
  }

  private static final NumberRule WEIGHT = NumberRule.notNegative(10, "");
  private static final NumberRule ANGLE = new NumberRule(-360, 360, false, false, "°");
  private static final NumberRule POSITION = new NumberRule(-2000, 2000, false, false, "mm");

  private final CheckboxTableViewer viewer;
  private final Listener listener;

  BeamTable(Composite parent, Listener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    viewer = CheckboxTableViewer.newCheckList(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "beams.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.setCheckStateProvider(new OnOff());
    ColumnViewerToolTipSupport.enableFor(viewer);
    addColumns();
    viewer.addCheckStateListener(e -> listener.onOffAsked((Beam) e.getElement(), e.getChecked()));
    viewer.addSelectionChangedListener(e -> listener.selected(selectedIndex()));
  }

  /** The check box of a beam says whether it is on. */
  private static final class OnOff implements ICheckStateProvider {
    @Override
    public boolean isChecked(Object beam) {
      return ((Beam) beam).isEnabled();
    }

    @Override
    public boolean isGrayed(Object beam) {
      return false;
    }
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, Beam.class);
    columns.number("On  No.", 6, beam -> Integer.toString(beam.getNumber()), by(Beam::getNumber));
    TableViewerColumn name = columns.text("Name", 10, beam -> Texts.orUnknown(beam.getName()));
    name.setEditingSupport(
        new TextCell<>(
            viewer,
            Beam.class,
            beam -> Texts.orEmpty(beam.getName()),
            (beam, text) -> listener.setupTyped(beam, BeamSetup.of(beam).withName(text)),
            BeamText::isStatic));
    angle(columns, "Gantry (°)", BeamText::gantryDeg, Angle.GANTRY);
    angle(columns, "Coll. (°)", BeamText::collimatorDeg, Angle.COLLIMATOR);
    angle(columns, "Couch (°)", BeamText::couchDeg, Angle.COUCH);
    TableViewerColumn weight =
        columns.number(
            "Weight", 7, beam -> NumberText.editable(beam.getWeight(), 2), by(Beam::getWeight));
    weight.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            Beam.class,
            new NumberCellEditing.Cell<>(
                WEIGHT,
                2,
                beam -> OptionalDouble.of(beam.getWeight()),
                (beam, value) -> listener.weightTyped(beam, value)),
            beam -> listener.hasBeamDoses()));
    columns.number("MU / fx", 6, BeamText::monitorUnits, by(Beam::getMonitorUnits));
    position(columns, "Iso x (mm)", Vector3::x, (at, x) -> new Vector3(x, at.y(), at.z()));
    position(columns, "y (mm)", Vector3::y, (at, y) -> new Vector3(at.x(), y, at.z()));
    position(columns, "z (mm)", Vector3::z, (at, z) -> new Vector3(at.x(), at.y(), z));
    columns.number("Energy (MV)", 8, BeamText::energyMv, by(Beam::getEnergyMv));
    columns.fill();
  }

  /** One of the angles of a beam. */
  private enum Angle {
    GANTRY(setup -> setup.angles().gantryDeg(), BeamSetup::withGantryDeg),
    COLLIMATOR(setup -> setup.angles().collimatorDeg(), BeamSetup::withCollimatorDeg),
    COUCH(setup -> setup.angles().patientSupportDeg(), BeamSetup::withCouchDeg);

    private final ToDoubleFunction<BeamSetup> read;
    private final BiFunction<BeamSetup, Double, BeamSetup> with;

    Angle(ToDoubleFunction<BeamSetup> read, BiFunction<BeamSetup, Double, BeamSetup> with) {
      this.read = read;
      this.with = with;
    }
  }

  private void angle(
      TableColumns<Beam> columns,
      String head,
      java.util.function.Function<Beam, String> text,
      Angle angle) {
    TableViewerColumn column =
        columns.number(head, 7, text, by(beam -> angle.read.applyAsDouble(BeamSetup.of(beam))));
    column.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            Beam.class,
            new NumberCellEditing.Cell<>(
                ANGLE,
                1,
                beam -> OptionalDouble.of(angle.read.applyAsDouble(BeamSetup.of(beam))),
                (beam, value) ->
                    listener.setupTyped(beam, angle.with.apply(BeamSetup.of(beam), value))),
            BeamText::isStatic));
  }

  private void position(
      TableColumns<Beam> columns,
      String head,
      ToDoubleFunction<Vector3> part,
      BiFunction<Vector3, Double, Vector3> with) {
    TableViewerColumn column =
        columns.number(
            head,
            7,
            beam -> NumberText.orUnknown(part(beam, part), 1),
            by(beam -> part(beam, part).orElse(0)));
    column.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            Beam.class,
            new NumberCellEditing.Cell<>(
                POSITION,
                1,
                beam -> part(beam, part),
                (beam, value) -> {
                  BeamSetup setup = BeamSetup.of(beam);
                  Vector3 at = setup.isocentreMm().orElse(Vector3.ZERO);
                  listener.setupTyped(beam, setup.withIsocentreMm(with.apply(at, value)));
                }),
            BeamText::isStatic));
  }

  private static OptionalDouble part(Beam beam, ToDoubleFunction<Vector3> part) {
    return BeamSetup.of(beam).isocentreMm().stream().mapToDouble(part).findFirst();
  }

  private static Comparator<Beam> by(ToDoubleFunction<Beam> value) {
    return Comparator.comparingDouble(value);
  }

  CheckboxTableViewer viewer() {
    return viewer;
  }

  Optional<Beam> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Beam beam
        ? Optional.of(beam)
        : Optional.empty();
  }

  private OptionalInt selectedIndex() {
    return viewer.getInput() instanceof List<?> beams
        ? selected().stream().mapToInt(beams::indexOf).filter(i -> i >= 0).findFirst()
        : OptionalInt.empty();
  }

  /** Shows these beams and selects one of them. */
  void show(List<Beam> beams, OptionalInt selected) {
    if (beams.equals(viewer.getInput())) {
      viewer.refresh();
    } else {
      viewer.setInput(beams);
      TableColumns.fit(viewer.getTable());
    }
    selected.ifPresent(
        index -> {
          if (index < beams.size() && !selectedIndex().equals(selected)) {
            viewer.setSelection(new StructuredSelection(beams.get(index)), true);
          }
        });
  }
}
