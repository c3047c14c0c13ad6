/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.recourse.dicom.PersonName;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.Patient;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.internal.session.AssessedPlan;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.ColourSwatches.Check;
import org.recourse.ui.widget.NumberText;

/** Texts of the Case Explorer; a hidden structure is grey and its square hollow. */
final class ExplorerLabels extends ColumnLabelProvider {

  private final ColourSwatches swatches;
  private final Supplier<Optional<CaseSession>> session;

  ExplorerLabels(ColourSwatches swatches, Supplier<Optional<CaseSession>> session) {
    this.swatches = Objects.requireNonNull(swatches, "swatches");
    this.session = Objects.requireNonNull(session, "session");
  }

  @Override
  public String getText(Object element) {
    return switch (element) {
      case IFile caseFile -> caseFile.getProject().getName();
      case CaseGroup group -> group.title();
      case Patient patient ->
          join(PersonName.readable(text(patient.getName())), text(patient.getPatientId()));
      case Course course -> text(course.getLabel()) + kind(course);
      case Plan plan -> "Plan " + text(plan.getLabel());
      case Beam beam -> beam.getNumber() + " " + text(beam.getName()) + onOff(beam);
      case ImageSeries series -> join(role(series), text(series.getDescription()));
      case StructureSet set -> setLabel(set);
      case Structure structure -> text(structure.getName()) + madeHere(structure);
      default -> String.valueOf(element);
    };
  }

  private String setLabel(StructureSet set) {
    String label = set.getLabel() == null ? "Structure set" : set.getLabel();
    String count = set.getStructures().size() + " structures";
    return label + (isPlanning(set) ? " (planning, " : " (") + count + ")";
  }

  private boolean isPlanning(StructureSet set) {
    return session
        .get()
        .map(CaseSession::patientCase)
        .flatMap(AssessedPlan::of)
        .map(Plan::getStructureSet)
        .filter(set::equals)
        .isPresent();
  }

  /** Contours that are not those of the imported file any more. */
  private static String madeHere(Structure structure) {
    boolean edited = structure.isSetContourDigest() && !structure.isSetRecipe();
    return edited ? " (edited)" : "";
  }

  private static String text(String unset) {
    return unset == null ? "" : unset; // EMF: an unset text is null
  }

  private static String join(String one, String other) {
    return one.isBlank() || other.isBlank() ? one + other : one + ", " + other;
  }

  private static String kind(Course course) {
    return course.getKind() == CourseKind.PLANNED ? " (planned)" : " (previous)";
  }

  private static String onOff(Beam beam) {
    return beam.isEnabled() ? "" : " (off)";
  }

  private static String role(ImageSeries series) {
    return switch (series.getRole()) {
      case PLANNING_CT -> "Planning CT";
      case CT, T1, T1C, T2 -> series.getRole().name();
      case UNASSIGNED, OTHER -> text(series.getModality());
    };
  }

  @Override
  public Image getImage(Object element) {
    return switch (element) {
      case Structure structure ->
          swatches.checkable(structure.getColourRgb(), isVisible(structure) ? Check.ON : Check.OFF);
      case StructureSet set -> swatches.box(check(set));
      default -> null; // JFace: no image
    };
  }

  private Check check(StructureSet set) {
    long visible = set.getStructures().stream().filter(this::isVisible).count();
    if (visible == 0) {
      return Check.OFF;
    }
    return visible == set.getStructures().size() ? Check.ON : Check.PARTLY;
  }

  @Override
  public Color getForeground(Object element) {
    return element instanceof Structure structure && !isVisible(structure)
        ? Display.getCurrent().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
        : null; // JFace: the colour of the theme
  }

  @Override
  public String getToolTipText(Object element) {
    return switch (element) {
      case IFile caseFile ->
          caseFile.getLocation() == null ? "" : caseFile.getLocation().toOSString();
      case ImageSeries series -> series.getInstances().size() + " slices" + roleHint(series);
      case Patient patient -> getText(patient);
      case Structure structure -> structureHint(structure);
      default -> null; // JFace: no tool tip
    };
  }

  private String structureHint(Structure structure) {
    String type =
        switch (structure.getType()) {
          case GTV, CTV, PTV -> structure.getType().name();
          case ORGAN, EXTERNAL, AVOIDANCE, OTHER ->
              structure.getType().name().toLowerCase(Locale.ROOT);
        };
    String alphaBeta =
        structure.isSetAlphaBetaGy()
            ? "α/β " + NumberText.editable(structure.getAlphaBetaGy(), 1) + " Gy"
            : "α/β unknown";
    String volume =
        volumeCm3(structure)
            .map(volumeCm3 -> ", " + NumberText.volumeCm3(volumeCm3) + " cm³")
            .orElse("");
    String hint = isVisible(structure) ? "Shown; space hides it" : "Hidden; space shows it";
    String recipe = structure.isSetRecipe() ? structure.getRecipe() + "\n" : "";
    return getText(structure) + "\n" + recipe + type + volume + ", " + alphaBeta + "\n" + hint;
  }

  private Optional<Double> volumeCm3(Structure structure) {
    StructureKey key = StructureKey.of(structure);
    return session.get().flatMap(open -> open.planWatch().latest()).stream()
        .flatMap(numbers -> numbers.structures().stream())
        .filter(row -> StructureKey.of(row.structure()).equals(key))
        .flatMap(row -> row.volumeCm3().stream().boxed())
        .findFirst();
  }

  private static String roleHint(ImageSeries series) {
    return series.getRole() == ImageRole.UNASSIGNED ? ", no role assigned" : "";
  }

  private boolean isVisible(Structure structure) {
    return session.get().filter(open -> open.viewing().isVisible(structure)).isPresent();
  }
}
