/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.cases.DeformationLink;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.cases.TransformId;
import org.recourse.assistant.registration.RegistrationReservations;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.FrameOfReference;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.course.RegistrationForm;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.Tissue;

/**
 * Everything of a case that numbers depend on, captured at one moment on the thread of the model.
 * Immutable and equal by content.
 *
 * @param revision counts the edits of the session; the numbers carry it
 * @param synthetic whether any part of the case was made by a program
 * @param patient who is treated
 * @param structures structures of every structure set of the case
 * @param courses all courses in the order of the case
 * @param assessed the plan that is assessed; empty if the case has none
 * @param goals clinical goals
 * @param protocolIds protocols the plan is judged by
 * @param registrations matrices between frames, in the order of the case
 * @param deformations deformable registrations that carry dose, in the order of the case
 * @param goalsAtUnfavourableEnd whether goals on cumulative dose are judged at the unfavourable end
 *     of the interval that follows from the registrations, and not as registered
 * @param images image series of the case
 * @param findings what could not be captured, such as a registration without 16 numbers
 */
public record PlanSnapshot(
    long revision,
    boolean synthetic,
    PatientState patient,
    List<StructureState> structures,
    List<CourseState> courses,
    Optional<PlanPosition> assessed,
    List<GoalState> goals,
    List<String> protocolIds,
    List<FrameTransforms.Link> registrations,
    List<DeformationLink> deformations,
    boolean goalsAtUnfavourableEnd,
    List<ImageState> images,
    List<Finding> findings) {

  /**
   * Where a plan stands in the snapshot.
   *
   * @param course position in the list of courses
   * @param plan position in the plans of that course
   */
  public record PlanPosition(int course, int plan) {}

  public PlanSnapshot {
    Objects.requireNonNull(patient, "patient");
    structures = List.copyOf(structures);
    courses = List.copyOf(courses);
    Objects.requireNonNull(assessed, "assessed");
    goals = List.copyOf(goals);
    protocolIds = List.copyOf(protocolIds);
    registrations = List.copyOf(registrations);
    deformations = List.copyOf(deformations);
    images = List.copyOf(images);
    findings = List.copyOf(findings);
  }

  /**
   * Captures a case with the plan to assess: the first plan of the last planned course, or the
   * first plan of the last course where nothing is planned. Call it on the model's thread.
   */
  public static PlanSnapshot of(PatientCase patientCase, long revision) {
    return of(patientCase, planToAssess(patientCase.getCourses()), revision);
  }

  /** Captures a case with one of its plans as the plan to assess. */
  public static PlanSnapshot of(PatientCase patientCase, Plan plan, long revision) {
    List<Course> courses = patientCase.getCourses();
    for (int c = 0; c < courses.size(); c++) {
      int p = courses.get(c).getPlans().indexOf(plan);
      if (p >= 0) {
        return of(patientCase, Optional.of(new PlanPosition(c, p)), revision);
      }
    }
    throw new IllegalArgumentException("the plan is not part of the case: " + plan.getLabel());
  }

  private static PlanSnapshot of(
      PatientCase patientCase, Optional<PlanPosition> assessed, long revision) {
    List<StructureState> structures = new ArrayList<>();
    for (StructureSet set : patientCase.getStructureSets()) {
      String setUid =
          set.getReference() == null ? "" : Texts.of(set.getReference().getSopInstanceUid());
      for (Structure structure : set.getStructures()) {
        structures.add(
            StructureState.of(
                structure,
                setUid,
                uidOf(set.getFrameOfReference()),
                patientCase.isRepairOvernight()));
      }
    }
    List<FrameTransforms.Link> links = new ArrayList<>();
    List<DeformationLink> deformations = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    structures.forEach(structure -> structure.unusedRecovery().ifPresent(findings::add));
    for (Registration registration : patientCase.getRegistrations()) {
      link(registration, links, deformations, findings);
    }
    return new PlanSnapshot(
        revision,
        patientCase.isSynthetic(),
        PatientState.of(patientCase.getPatient()),
        structures,
        patientCase.getCourses().stream().map(CourseState::of).toList(),
        assessed,
        patientCase.getGoals().stream().map(GoalState::of).toList(),
        patientCase.getProtocolIds(),
        links,
        deformations,
        patientCase.isGoalsAtUnfavourableEnd(),
        patientCase.getImageSeries().stream().map(ImageState::of).toList(),
        findings);
  }

  private static Optional<PlanPosition> planToAssess(List<Course> courses) {
    Optional<PlanPosition> last = Optional.empty();
    Optional<PlanPosition> lastPlanned = Optional.empty();
    for (int c = 0; c < courses.size(); c++) {
      if (!courses.get(c).getPlans().isEmpty()) {
        last = Optional.of(new PlanPosition(c, 0));
        if (courses.get(c).getKind() == CourseKind.PLANNED) {
          lastPlanned = last;
        }
      }
    }
    return lastPlanned.isPresent() ? lastPlanned : last;
  }

  private static void link(
      Registration registration,
      List<FrameTransforms.Link> links,
      List<DeformationLink> deformations,
      List<Finding> findings) {
    String label = Texts.of(registration.getLabel());
    if (registration.getFrom() == null || registration.getTo() == null) {
      findings.add(
          Finding.warning(
              "The registration does not name both frames of reference and is not used.", label));
      return;
    }
    Optional<Finding> notUsed = RegistrationReservations.whyNotUsed(registration);
    if (notUsed.isPresent()) {
      findings.add(notUsed.get());
      return;
    }
    if (RegistrationForm.isDeformable(registration)) {
      deformations.add(deformation(registration, label));
    } else {
      matrix(registration, label, links, findings);
    }
  }

  private static DeformationLink deformation(Registration registration, String label) {
    String from = uidOf(registration.getFrom());
    String to = uidOf(registration.getTo());
    String digest = Texts.of(registration.getReference().getSha256());
    String file = Texts.of(registration.getReference().getRelativePath());
    return new DeformationLink(
        TransformId.ofFile(from, to, digest.isEmpty() ? file : digest),
        label,
        from,
        to,
        file,
        uncertainty(registration),
        RegistrationReservations.whenUsed(registration));
  }

  private static void matrix(
      Registration registration,
      String label,
      List<FrameTransforms.Link> links,
      List<Finding> findings) {
    try {
      double[] matrix =
          registration.getMatrix().stream().mapToDouble(Double::doubleValue).toArray();
      links.add(
          new FrameTransforms.Link(
              uidOf(registration.getFrom()),
              uidOf(registration.getTo()),
              AffineTransform.ofMatrix4x4(matrix),
              uncertainty(registration),
              RegistrationReservations.whenUsed(registration),
              label));
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.warning(
              "The registration has no usable matrix ("
                  + e.getMessage()
                  + ") and is not used; type its 16 numbers.",
              label));
    }
  }

  private static RegistrationUncertainty uncertainty(Registration registration) {
    RegistrationUncertainty.Basis basis =
        switch (registration.getUncertaintySource()) {
          case UNSTATED -> RegistrationUncertainty.Basis.STATED;
          case TYPED -> RegistrationUncertainty.Basis.TYPED;
          case QUALITY_ASSURANCE -> RegistrationUncertainty.Basis.QUALITY_ASSURANCE;
          case ENSEMBLE -> RegistrationUncertainty.Basis.ENSEMBLE;
        };
    return RegistrationUncertainty.ofStated(
        registration.isSetUncertaintyMm()
            ? OptionalDouble.of(registration.getUncertaintyMm())
            : OptionalDouble.empty(),
        registration.getUncertaintyAxesMm(),
        basis);
  }

  private static String uidOf(FrameOfReference frame) {
    return frame == null ? "" : Texts.of(frame.getUid());
  }

  /** Returns the plan that is assessed; empty if the case has none. */
  public Optional<PlanState> assessedPlan() {
    return assessed.map(at -> courses.get(at.course()).plans().get(at.plan()));
  }

  /** Returns the course of the plan that is assessed; empty if the case has no plan. */
  public Optional<CourseState> assessedCourse() {
    return assessed.map(at -> courses.get(at.course()));
  }

  /**
   * Returns a dose grid of any plan.
   *
   * @throws IllegalArgumentException if the case has none with this SOP Instance UID
   */
  public DoseState dose(String uid) {
    return courses.stream()
        .flatMap(course -> course.plans().stream())
        .flatMap(plan -> plan.doses().stream())
        .filter(dose -> dose.uid().equals(uid))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the case has no dose " + uid));
  }

  /**
   * Returns the structures the numbers are computed for: those of the structure set of the assessed
   * plan, or all of the case if the plan names none.
   */
  public List<StructureState> assessedStructures() {
    String setUid = assessedPlan().map(PlanState::structureSetUid).orElse("");
    List<StructureState> own =
        structures.stream().filter(s -> s.structureSetUid().equals(setUid)).toList();
    return own.isEmpty() ? structures : own;
  }

  /** Returns what the EQD2 of a structure assumes about repair between fractions. */
  public RepairUse repair(StructureState structure) {
    return RepairUse.of(this, structure);
  }

  /** Returns how a structure answers to fractionation; empty without a usable alpha/beta. */
  public Optional<Tissue> tissue(StructureState structure) {
    return structure.ratio().map(ratio -> new Tissue(ratio, repair(structure).assumption()));
  }

  /** Returns the transforms between the frames of the case. */
  public FrameTransforms frameTransforms() {
    return new FrameTransforms(registrations, deformations);
  }
}
