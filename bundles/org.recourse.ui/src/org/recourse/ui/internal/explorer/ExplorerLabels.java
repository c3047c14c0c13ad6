/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.Patient;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.internal.widget.ColourSwatches;
import org.recourse.ui.session.CaseSession;

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
      case IProject project -> project.getName();
      case CaseGroup group -> group.title();
      case Patient patient ->
          "Patient " + join(text(patient.getName()), text(patient.getPatientId()));
      case Course course -> text(course.getLabel()) + kind(course);
      case Plan plan -> "Plan " + text(plan.getLabel());
      case Beam beam -> beam.getNumber() + " " + text(beam.getName()) + onOff(beam);
      case ImageSeries series -> join(role(series), text(series.getDescription()));
      case StructureSet set -> "Set " + text(set.getLabel());
      case Structure structure -> text(structure.getName());
      default -> String.valueOf(element);
    };
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
    if (element instanceof Structure structure) {
      return isVisible(structure)
          ? swatches.square(structure.getColourRgb())
          : swatches.hollow(structure.getColourRgb());
    }
    return null; // JFace: no image
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
      case IProject project ->
          project.getLocation() == null ? "" : project.getLocation().toOSString();
      case ImageSeries series -> series.getInstances().size() + " slices" + roleHint(series);
      case Structure structure ->
          isVisible(structure) ? "Shown; space hides it" : "Hidden; space shows it";
      default -> null; // JFace: no tool tip
    };
  }

  private static String roleHint(ImageSeries series) {
    return series.getRole() == ImageRole.UNASSIGNED ? ", no role assigned" : "";
  }

  private boolean isVisible(Structure structure) {
    return session.get().filter(open -> open.viewing().isVisible(structure)).isPresent();
  }
}
