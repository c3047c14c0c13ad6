/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DicomUid;
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
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;
import org.recourse.phantom.cohort.NamedContours;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.cohort.SyntheticPatient.Targets;
import org.recourse.phantom.internal.anatomy.OrganAtlas;

/**
 * Writes the DICOM files of one patient of a cohort: CT, T1, T1C, T2, a structure set per reader,
 * the re-irradiation with its plan, plan dose and beam doses, and the first course with plan and
 * dose. All lie in one frame of reference, and every object says that it is synthetic.
 */
public final class PatientFiles {

  /** Label of the plan of the re-irradiation. */
  public static final String PLANNED_LABEL = "ReRT";

  /** Label of the plan of the first course. */
  public static final String FIRST_LABEL = "First course";

  private static final LocalDate PLANNED_DATE = LocalDate.of(2022, 8, 22);
  private static final int IMAGES = 1;
  private static final int PLAN = 3;
  private static final int DOSE = 4;
  private static final int STRUCTURES = 10; // and the number of the reader
  private static final double ENERGY_MV = 6;
  private static final double MONITOR_UNITS = 120;
  private static final double FIELD_MARGIN_MM = 6;

  private final SyntheticPatient patient;
  private final SliceExecutor executor;
  private final WrittenPatient written;
  private final String frameUid;

  public PatientFiles(SyntheticPatient patient, SliceExecutor executor) {
    this.patient = patient;
    this.executor = executor;
    String id = patient.id();
    Sex sex = patient.facts().clinical().male() ? Sex.MALE : Sex.FEMALE;
    written =
        new WrittenPatient(id.toUpperCase(Locale.ROOT), "Synthetic^" + id, Optional.empty(), sex);
    frameUid = DicomUid.ofName("org.recourse.phantom/cohort/frame/" + id);
  }

  /** Date of the plan of the first course. */
  public LocalDate firstDate() {
    long days = Math.round(30.4 * patient.facts().clinical().diseaseFreeIntervalMonths()) + 60;
    return PLANNED_DATE.minusDays(days);
  }

  public LocalDate plannedDate() {
    return PLANNED_DATE;
  }

  private WrittenStudy study(String name, LocalDate date) {
    String uid = DicomUid.ofName("org.recourse.phantom/cohort/study/" + patient.id() + "/" + name);
    return new WrittenStudy(written, uid, name, name, date, true);
  }

  /**
   * Writes all files below a folder, which must exist.
   *
   * @param readers how many readers' structure sets are written, at least one
   */
  public void write(Path folder, int readers, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, "DICOM of " + patient.id(), 100);
    WrittenStudy study = study("Re-RT", PLANNED_DATE);
    writeMr(folder, progress.split(25));
    ImageVolume ct = patient.ct(progress.split(5));
    WrittenImages slices =
        new ImageSeriesWriter(study)
            .write(
                folder.resolve("ct"),
                ImageSeriesSpec.ct(IMAGES, "Planning CT", frameUid),
                ct,
                executor,
                progress.split(10));
    WrittenObject structures = writeStructures(folder, study, slices, readers, progress.split(15));
    writePlan(folder, study, structures, progress.split(30));
    writeFirst(folder, slices, progress.split(15));
  }

  private void writeMr(Path folder, IProgressMonitor monitor) throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 4);
    List<ImageVolume> images = patient.images(progress.split(1));
    List<ImageSeriesSpec> series =
        List.of(
            ImageSeriesSpec.mr(1, "T1", frameUid, new MrTiming(550, 12)),
            ImageSeriesSpec.mr(2, "T1 contrast", frameUid, new MrTiming(550, 12))
                .withContrastAgent("Gadolinium (synthetic)"),
            ImageSeriesSpec.mr(3, "T2", frameUid, new MrTiming(4200, 95)));
    var writer = new ImageSeriesWriter(study("MR", PLANNED_DATE.minusDays(3)));
    for (int i = 0; i < series.size(); i++) {
      writer.write(
          folder.resolve("mr-" + (i + 1)),
          series.get(i),
          images.get(i),
          executor,
          progress.split(1));
    }
  }

  /** Returns the structure set of the first reader, to which the plan refers. */
  private WrittenObject writeStructures(
      Path folder, WrittenStudy study, WrittenImages slices, int readers, IProgressMonitor monitor)
      throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 2 * readers + 1);
    List<NamedContours> organs = patient.organs(executor, progress.split(1));
    List<WrittenObject> sets = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      List<StructureSpec> structures =
          new ArrayList<>(targets(patient.targets(reader, executor, progress.split(1))));
      for (NamedContours organ : organs) {
        if (reader == 0) {
          structures.add(
              new StructureSpec(
                  structures.size() + 1,
                  organ.name(),
                  organ.type(),
                  organ.colourRgb(),
                  organ.contours()));
        }
      }
      sets.add(
          new StructureSetWriter(study)
              .write(
                  folder.resolve("structures-" + reader + ".dcm"),
                  STRUCTURES + reader,
                  reader == 0 ? "Re-irradiation" : "Reader " + reader,
                  slices,
                  structures,
                  progress.split(1)));
    }
    return sets.getFirst();
  }

  private static List<StructureSpec> targets(Targets targets) {
    return List.of(
        new StructureSpec(1, OrganAtlas.GROSS_TUMOUR, StructureType.GTV, 0xE03030, targets.gross()),
        new StructureSpec(
            2, OrganAtlas.PLANNING_TARGET, StructureType.PTV, 0xF08030, targets.planning()));
  }

  private void writePlan(
      Path folder, WrittenStudy study, WrittenObject structures, IProgressMonitor monitor)
      throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 20);
    List<DoseGrid> beams = patient.beamDoses(progress.split(5));
    var spec =
        new PlanSpec(
            PLAN,
            PLANNED_LABEL,
            PLANNED_DATE,
            patient.schedule().fractionCount(),
            List.of(new Target(2, OrganAtlas.PLANNING_TARGET, patient.facts().prescribedGy())),
            beams(beams.getFirst()));
    WrittenObject plan = new PlanWriter(study).write(folder.resolve("plan.dcm"), spec, structures);
    var doses = new DoseWriter(study);
    double[] weights = new double[beams.size()];
    Arrays.fill(weights, 1);
    doses.write(
        folder.resolve("dose-plan.dcm"),
        DoseSpec.ofPlan(DOSE, 1, "Dose"),
        SyntheticPatient.weightedDose(beams, weights),
        plan,
        progress.split(3));
    for (int i = 0; i < beams.size(); i++) {
      doses.write(
          folder.resolve("dose-beam-" + (i + 1) + ".dcm"),
          DoseSpec.ofBeam(DOSE, i + 2, "Dose", i + 1),
          beams.get(i),
          plan,
          progress.split(1));
    }
  }

  /** Nine beams about the middle of the dose grid, which is that of the target. */
  private List<StaticBeam> beams(DoseGrid dose) {
    var geometry = dose.geometry();
    Vector3 isocentre =
        geometry.toPatientMm(
            (geometry.sizeX() - 1) / 2.0,
            (geometry.sizeY() - 1) / 2.0,
            (geometry.sizeZ() - 1) / 2.0);
    Vector3 half =
        geometry
            .toPatientMm(geometry.sizeX() - 1, geometry.sizeY() - 1, geometry.sizeZ() - 1)
            .minus(isocentre);
    double across = Math.max(half.x(), half.y()) - TargetPlaces.MARGIN_MM + FIELD_MARGIN_MM;
    double along = half.z() - TargetPlaces.MARGIN_MM + FIELD_MARGIN_MM;
    List<StaticBeam> beams = new ArrayList<>();
    for (int i = 0; i < DoseModel.BEAMS; i++) {
      double gantryDeg = DoseModel.gantryAngleDeg(i);
      beams.add(
          new StaticBeam(
              i + 1,
              "G" + Math.round(gantryDeg),
              ENERGY_MV,
              isocentre,
              gantryDeg,
              0,
              0,
              new Jaws(-across, across, -along, along),
              MONITOR_UNITS));
    }
    return beams;
  }

  private void writeFirst(Path folder, WrittenImages slices, IProgressMonitor monitor)
      throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    WrittenStudy study = study("Course 1", firstDate());
    DoseGrid dose = patient.firstCourseDose(progress.split(4));
    WrittenObject structures =
        new StructureSetWriter(study)
            .write(
                folder.resolve("first-structures.dcm"),
                STRUCTURES,
                FIRST_LABEL,
                slices,
                List.of(
                    new StructureSpec(
                        1,
                        OrganAtlas.FIRST_COURSE_TARGET,
                        StructureType.PTV,
                        0xF08030,
                        patient.firstCourseTarget(executor, progress.split(2)))),
                progress.split(1));
    var spec =
        new PlanSpec(
            PLAN,
            FIRST_LABEL,
            firstDate(),
            patient.facts().firstFractionCount(),
            List.of(
                new Target(1, OrganAtlas.FIRST_COURSE_TARGET, patient.facts().firstPrescribedGy())),
            beams(dose));
    WrittenObject plan =
        new PlanWriter(study).write(folder.resolve("first-plan.dcm"), spec, structures);
    new DoseWriter(study)
        .write(
            folder.resolve("first-dose.dcm"),
            DoseSpec.ofPlan(DOSE, 1, "Dose"),
            dose,
            plan,
            progress.split(3));
  }
}
