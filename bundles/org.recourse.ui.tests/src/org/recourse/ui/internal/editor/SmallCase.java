/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.edit.CaseEditing;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;

/** A planned course of 60 Gy in 30 fractions with two beams and two structures, without voxels. */
final class SmallCase {

  private static final ModelFactory MODEL = ModelFactory.eINSTANCE;

  private SmallCase() {}

  static PatientCase create() {
    PatientCase patientCase = MODEL.createPatientCase();
    StructureSet set = MODEL.createStructureSet();
    patientCase.getStructureSets().add(set);
    for (int number = 1; number <= 2; number++) {
      Structure structure = MODEL.createStructure();
      structure.setRoiNumber(number);
      structure.setName("Structure " + number);
      set.getStructures().add(structure);
    }
    Course course = MODEL.createCourse();
    course.setLabel("Planned");
    patientCase.getCourses().add(course);
    course.getPlans().add(plan());
    return patientCase;
  }

  private static Plan plan() {
    Plan plan = MODEL.createPlan();
    plan.setLabel("Plan");
    Prescription prescription = MODEL.createPrescription();
    prescription.setTotalDoseGy(60);
    prescription.setFractionCount(30);
    plan.setPrescription(prescription);
    for (int number = 1; number <= 2; number++) {
      Beam beam = MODEL.createBeam();
      beam.setNumber(number);
      beam.setName("Beam " + number);
      plan.getBeams().add(beam);
      DoseDistribution dose = MODEL.createDoseDistribution();
      dose.setSummation(DoseSummation.BEAM);
      dose.setBeam(beam);
      plan.getDoses().add(dose);
    }
    return plan;
  }

  /** A session whose watch is not started: the pages are tested without numbers. */
  static CaseSession session(PatientCase patientCase, Path folder) {
    var voxels = new CaseVoxels(new NoVoxels());
    SliceExecutor executor = SliceExecutor.ofThreads(1);
    var computation =
        new NumbersComputation(voxels, new ContributedRiskCatalogue(List.of()), executor);
    var watch =
        new PlanWatch(
            patientCase,
            computation,
            new WatchThreads(Runnable::run, Runnable::run, Runnable::run));
    return new CaseSession(
        null, // there is no workspace
        new OpenCase(folder, patientCase, voxels),
        CaseEditing.newDomain(patientCase),
        watch,
        new ViewingState(Vector3.ZERO, patientCase.getStructureSets().get(0).getStructures()),
        executor,
        List.of());
  }

  /** Asked by nobody here. */
  private static final class NoVoxels implements VoxelSource {
    @Override
    public ImageVolume readImage(String uid, IProgressMonitor monitor) {
      throw new AssertionError("no image is read");
    }

    @Override
    public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
      throw new AssertionError("no contours are read");
    }

    @Override
    public DoseGrid readDose(String uid, IProgressMonitor monitor) {
      throw new AssertionError("no dose is read");
    }
  }
}
