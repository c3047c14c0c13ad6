/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.session.CaseSession;

/**
 * Edits of structures, each one undo step of the editing domain. The contours themselves are kept
 * by their digest beside the model, so a step holds two digests, whatever the size of the
 * structure, and the imported RTSTRUCT is never touched. UI thread only.
 */
public final class ContourEdits {

  private static final String MADE_HERE = "ReCourse";

  private final CaseSession session;

  public ContourEdits(CaseSession session) {
    this.session = Objects.requireNonNull(session, "session");
  }

  /** Gives a structure other contours; nothing happens if they are the same. */
  public void replace(Structure structure, ContourSet contours, String label) {
    String digest = session.openCase().voxels().keep(contours);
    execute(
        CaseEditing.set(
            domain(), label, structure, ModelPackage.Literals.STRUCTURE__CONTOUR_DIGEST, digest));
  }

  /** Gives a structure contours with interpolated slices, and says so in its recipe. */
  public void interpolate(Structure structure, ContourSet contours, String label) {
    String digest = session.openCase().voxels().keep(contours);
    String before = structure.isSetRecipe() ? structure.getRecipe() : "";
    execute(
        CaseEditing.compound(
            label,
            CaseEditing.set(
                domain(),
                label,
                structure,
                ModelPackage.Literals.STRUCTURE__CONTOUR_DIGEST,
                digest),
            CaseEditing.set(
                domain(),
                label,
                structure,
                ModelPackage.Literals.STRUCTURE__RECIPE,
                StructureOrigin.interpolated(before))));
  }

  /**
   * Makes a structure in the structure set of the plan, selects and shows it.
   *
   * @return the structure; empty if the case has no frame in which it could lie
   */
  public Optional<Structure> create(NewStructure wanted, ContourSet contours) {
    return createAll(List.of(new WithContours(wanted, contours)), "New Structure " + wanted.name())
        .stream()
        .findFirst();
  }

  /** A structure that is to be made with its contours. */
  public record WithContours(NewStructure structure, ContourSet contours) {}

  /** Makes several structures in one undo step; none if the case has no frame for them. */
  public List<Structure> createAll(List<WithContours> wanted, String label) {
    Optional<StructureSet> present = target(session.patientCase());
    Optional<StructureSet> made = present.isPresent() ? Optional.empty() : newSet();
    Optional<StructureSet> set = present.or(() -> made);
    if (set.isEmpty()) {
      return List.of();
    }
    List<Structure> structures =
        wanted.stream().map(each -> structure(each, set.get(), wanted.indexOf(each))).toList();
    Command edit =
        CaseEditing.compound(
            label,
            Stream.concat(
                    made.stream().flatMap(this::adding),
                    structures.stream()
                        .map(
                            each ->
                                CaseEditing.add(
                                    domain(),
                                    label,
                                    set.get(),
                                    ModelPackage.Literals.STRUCTURE_SET__STRUCTURES,
                                    each)))
                .toArray(Command[]::new));
    execute(edit);
    structures.forEach(each -> session.viewing().setVisible(each, true));
    structures.stream().findFirst().ifPresent(each -> session.viewing().select(Optional.of(each)));
    return structures;
  }

  /** The structure set into which new structures go: that of the plan, else the first one. */
  public static Optional<StructureSet> target(PatientCase patientCase) {
    return patientCase.getCourses().stream()
        .filter(course -> course.getKind() == CourseKind.PLANNED)
        .map(Course::getPlans)
        .flatMap(Collection::stream)
        .map(Plan::getStructureSet)
        .filter(Objects::nonNull) // EMF: a plan without structures
        .findFirst()
        .or(() -> patientCase.getStructureSets().stream().findFirst());
  }

  /** A structure set of the case itself, in the frame of the plan's image. */
  private Optional<StructureSet> newSet() {
    Optional<ImageSeries> image =
        session.patientCase().getImageSeries().stream()
            .filter(series -> series.getRole() == ImageRole.PLANNING_CT)
            .findFirst()
            .or(() -> session.patientCase().getImageSeries().stream().findFirst());
    Optional<FrameOfReference> frame = image.map(ImageSeries::getFrameOfReference);
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    StructureSet set = ModelFactory.eINSTANCE.createStructureSet();
    set.setLabel(MADE_HERE);
    set.setFrameOfReference(frame.get());
    set.setImageSeries(image.get());
    return Optional.of(set);
  }

  private Stream<Command> adding(StructureSet set) {
    Command add =
        CaseEditing.add(
            domain(),
            "New Structure Set",
            session.patientCase(),
            ModelPackage.Literals.PATIENT_CASE__STRUCTURE_SETS,
            set);
    return Stream.of(add);
  }

  private Structure structure(WithContours wanted, StructureSet set, int position) {
    NewStructure spec = wanted.structure();
    Structure structure = ModelFactory.eINSTANCE.createStructure();
    structure.setName(spec.name());
    spec.tg263Name().ifPresent(structure::setTg263Name);
    structure.setType(spec.type());
    structure.setColourRgb(spec.colourRgb());
    structure.setRecipe(spec.recipe());
    structure.setRoiNumber(firstFreeNumber(set) + position);
    structure.setContourDigest(session.openCase().voxels().keep(wanted.contours()));
    return structure;
  }

  private static int firstFreeNumber(StructureSet set) {
    return 1 + set.getStructures().stream().mapToInt(Structure::getRoiNumber).max().orElse(0);
  }

  private void execute(Command command) {
    if (command.canExecute()) {
      domain().getCommandStack().execute(command);
    }
  }

  private EditingDomain domain() {
    return session.editingDomain();
  }
}
