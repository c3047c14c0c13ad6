/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DoseSpec;
import org.recourse.dicom.write.DoseWriter;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesSpec.MrTiming;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.PlanSpec;
import org.recourse.dicom.write.PlanSpec.Jaws;
import org.recourse.dicom.write.PlanSpec.StaticBeam;
import org.recourse.dicom.write.PlanSpec.Target;
import org.recourse.dicom.write.PlanWriter;
import org.recourse.dicom.write.RegistrationWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Organ;
import org.recourse.phantom.internal.anatomy.OrganAtlas;
import org.recourse.phantom.internal.dose.ModulatedPlan;
import org.recourse.phantom.internal.dose.ModulatedPlan.PlannedBeam;
import org.recourse.phantom.internal.dose.SyntheticPlans;
import org.recourse.phantom.internal.image.ImageSynthesis;

/** Writes the DICOM files of the bundled case. Immutable and thread-safe. */
public final class CaseFiles {

  private static final int IMAGE_SERIES = 1;
  private static final int STRUCTURE_SERIES = 2;
  private static final int PLAN_SERIES = 3;
  private static final int DOSE_SERIES = 4;
  private static final int REGISTRATION_SERIES = 5;
  private static final double ENERGY_MV = 6;
  private static final double MONITOR_UNITS_PER_BEAM = 120;
  private static final long PLANNING_NOISE = 1;
  private static final long FIRST_NOISE = 2;

  private final CaseSampling sampling;
  private final SliceExecutor executor;
  private final HeadAnatomy anatomy = new HeadAnatomy();
  private final OrganAtlas atlas = new OrganAtlas(anatomy);
  private final ImageSynthesis images;
  private final SyntheticPlans plans;

  public CaseFiles(CaseSampling sampling, SliceExecutor executor) {
    this.sampling = sampling;
    this.executor = executor;
    images = new ImageSynthesis(anatomy.layers(), executor);
    plans = new SyntheticPlans(anatomy, executor);
  }

  /** Writes all files into subfolders of {@code folder}, which must exist. */
  public void write(Path folder, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, "Synthetic patient", 100);
    writePlanned(folder.resolve("plan-2022"), progress.split(45));
    writeFirst(folder.resolve("plan-2019"), progress.split(30));
    writeMr(folder.resolve("mr-2022"), progress.split(25));
    var registrations = new RegistrationWriter(CaseNames.plannedStudy());
    for (CaseFrame frame : List.of(CaseFrame.MR, CaseFrame.FIRST_COURSE)) {
      registrations.write(
          folder.resolve("registration-" + frame.ordinal() + ".dcm"),
          REGISTRATION_SERIES + frame.ordinal(),
          frame.label() + " to planning CT",
          frame.uid(),
          CaseFrame.PLANNING.uid(),
          frame.toPlanning());
    }
  }

  private void writePlanned(Path folder, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    WrittenStudy study = CaseNames.plannedStudy();
    WrittenObject structures =
        writeCtAndStructures(
            folder,
            study,
            CaseFrame.PLANNING,
            sampling.planningCt(),
            atlas.planned(),
            PLANNING_NOISE,
            progress.split(40));
    ModulatedPlan plan = plans.planned(sampling.plannedDose(), progress.split(30));
    Target target =
        target(atlas.planned(), OrganAtlas.PLANNING_TARGET, SyntheticPlans.PLANNED_DOSE_GY);
    var spec =
        new PlanSpec(
            PLAN_SERIES,
            CaseNames.PLANNED_LABEL,
            CaseNames.PLANNED_DATE,
            SyntheticPlans.PLANNED_FRACTIONS,
            List.of(target),
            beams(plan));
    WrittenObject written =
        new PlanWriter(study).write(folder.resolve("plan.dcm"), spec, structures);
    writePlanDose(folder, study, plan, written, progress.split(5));
    var doses = new DoseWriter(study);
    for (PlannedBeam beam : plan.beams()) {
      int number = beam.geometry().number();
      doses.write(
          folder.resolve("dose-beam-" + number + ".dcm"),
          DoseSpec.ofBeam(DOSE_SERIES, number + 1, "Dose", number),
          beam.dose(),
          written,
          progress.split(2));
    }
  }

  private void writeFirst(Path folder, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    WrittenStudy study = CaseNames.firstStudy();
    List<Organ> organs = atlas.firstCourse();
    WrittenObject structures =
        writeCtAndStructures(
            folder,
            study,
            CaseFrame.FIRST_COURSE,
            sampling.firstCt(),
            organs,
            FIRST_NOISE,
            progress.split(40));
    ModulatedPlan plan =
        plans.first(sampling.firstDose(), CaseFrame.FIRST_COURSE.toPlanning(), progress.split(50));
    var spec =
        new PlanSpec(
            PLAN_SERIES,
            CaseNames.FIRST_LABEL,
            CaseNames.FIRST_DATE,
            SyntheticPlans.FIRST_FRACTIONS,
            List.of(
                target(organs, OrganAtlas.FIRST_COURSE_TARGET, SyntheticPlans.FIRST_DOSE_GY),
                target(organs, OrganAtlas.ELECTIVE_TARGET, SyntheticPlans.ELECTIVE_DOSE_GY)),
            beams(plan));
    WrittenObject written =
        new PlanWriter(study).write(folder.resolve("plan.dcm"), spec, structures);
    writePlanDose(folder, study, plan, written, progress.split(10));
  }

  private static void writePlanDose(
      Path folder,
      WrittenStudy study,
      ModulatedPlan plan,
      WrittenObject written,
      IProgressMonitor monitor)
      throws DicomWriteException {
    new DoseWriter(study)
        .write(
            folder.resolve("dose-plan.dcm"),
            DoseSpec.ofPlan(DOSE_SERIES, 1, "Dose"),
            plan.total(),
            written,
            monitor);
  }

  private WrittenObject writeCtAndStructures(
      Path folder,
      WrittenStudy study,
      CaseFrame frame,
      GridGeometry geometry,
      List<Organ> organs,
      long noise,
      IProgressMonitor monitor)
      throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    AffineTransform frameToAnatomy = frame.toPlanning();
    ImageVolume ct = images.ct(geometry, frameToAnatomy, noise, progress.split(50));
    WrittenImages slices =
        new ImageSeriesWriter(study)
            .write(
                folder.resolve("ct"),
                ImageSeriesSpec.ct(IMAGE_SERIES, frame.label(), frame.uid()),
                ct,
                executor,
                progress.split(20));
    List<StructureSpec> structures =
        new StructureTracing(executor)
            .structures(organs, geometry, frameToAnatomy, progress.split(20));
    return new StructureSetWriter(study)
        .write(
            folder.resolve("structures.dcm"),
            STRUCTURE_SERIES,
            frame == CaseFrame.PLANNING ? "Re-irradiation" : frame.label(),
            slices,
            structures,
            progress.split(10));
  }

  private void writeMr(Path folder, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    List<ImageVolume> volumes =
        images.mr(sampling.mr(), CaseFrame.MR.toPlanning(), progress.split(40));
    String frameUid = CaseFrame.MR.uid();
    List<ImageSeriesSpec> series =
        List.of(
            ImageSeriesSpec.mr(1, CaseNames.MR_T1, frameUid, new MrTiming(550, 12)),
            ImageSeriesSpec.mr(2, CaseNames.MR_T1_CONTRAST, frameUid, new MrTiming(550, 12))
                .withContrastAgent("Gadolinium (synthetic)"),
            ImageSeriesSpec.mr(3, CaseNames.MR_T2, frameUid, new MrTiming(4200, 95)));
    var writer = new ImageSeriesWriter(CaseNames.mrStudy());
    for (int i = 0; i < series.size(); i++) {
      writer.write(
          folder.resolve("mr-" + (i + 1)),
          series.get(i),
          volumes.get(i),
          executor,
          progress.split(20));
    }
  }

  private static Target target(List<Organ> organs, String name, double doseGy) {
    for (int i = 0; i < organs.size(); i++) {
      if (organs.get(i).name().equals(name)) {
        return new Target(i + 1, name, doseGy);
      }
    }
    throw new IllegalArgumentException("no such structure: " + name);
  }

  private static List<StaticBeam> beams(ModulatedPlan plan) {
    List<StaticBeam> beams = new ArrayList<>();
    for (PlannedBeam beam : plan.beams()) {
      double gantryDeg = beam.geometry().gantryAngleDeg();
      beams.add(
          new StaticBeam(
              beam.geometry().number(),
              "G" + Math.round(gantryDeg),
              ENERGY_MV,
              beam.geometry().isocentreMm(),
              gantryDeg,
              0,
              0,
              new Jaws(beam.lowUMm(), beam.highUMm(), beam.lowVMm(), beam.highVMm()),
              Math.round(10 * MONITOR_UNITS_PER_BEAM * beam.relativeFluence()) / 10.0));
    }
    return beams;
  }
}
