/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.DoseSpec;
import org.recourse.dicom.write.DoseWriter;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.PlanSpec;
import org.recourse.dicom.write.PlanWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.PatientCase;
import org.recourse.model.Sex;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;

/**
 * A case on disk, written as DICOM and imported: a CT of 9 slices 2.5 mm apart and a structure
 * "GTV", a cylinder of radius 10 mm on slices 3 to 5.
 */
public final class DrawnCase {

  public static final GridGeometry GRID =
      new GridGeometry(48, 48, 9, new Vector3(-47, -47, 100), new Vector3(2, 2, 2.5));

  public static final double RADIUS_MM = 10;

  private final Path folder;
  private final SliceExecutor executor;

  private DrawnCase(Path folder, SliceExecutor executor) {
    this.folder = folder;
    this.executor = executor;
  }

  /** Writes and imports the case into a folder. */
  public static DrawnCase in(Path temporary, SliceExecutor executor)
      throws IOException, DicomWriteException, DicomReadException, CaseStoreException {
    return in(temporary, executor, false);
  }

  /** The same case with a plan and a dose of 50 Gy everywhere on the grid of the CT. */
  public static DrawnCase withDose(Path temporary, SliceExecutor executor)
      throws IOException, DicomWriteException, DicomReadException, CaseStoreException {
    return in(temporary, executor, true);
  }

  private static DrawnCase in(Path temporary, SliceExecutor executor, boolean withDose)
      throws IOException, DicomWriteException, DicomReadException, CaseStoreException {
    Path source = Files.createDirectories(temporary.resolve("source"));
    Path folder = Files.createDirectories(temporary.resolve("case"));
    var patient = new WrittenPatient("P1", "Phantom^Contour", Optional.empty(), Sex.FEMALE);
    var study =
        new WrittenStudy(
            patient,
            DicomUid.ofName("contouring test"),
            "1",
            "Contouring",
            LocalDate.of(2026, 1, 5),
            true);
    String frame = DicomUid.ofName("contouring frame");
    WrittenImages images =
        new ImageSeriesWriter(study)
            .write(
                source,
                ImageSeriesSpec.ct(1, "CT", frame),
                image(),
                executor,
                new NullProgressMonitor());
    var gtv = new StructureSpec(1, "GTV", StructureType.GTV, 0xe4572e, cylinder());
    WrittenObject structures =
        new StructureSetWriter(study)
            .write(
                source.resolve("RS.dcm"),
                2,
                "Drawn",
                images,
                List.of(gtv),
                new NullProgressMonitor());
    if (withDose) {
      writeDose(source, study, structures);
    }
    PatientCase imported =
        new DicomImport()
            .importFolder(source, folder, executor, new NullProgressMonitor())
            .patientCase();
    new CaseStore().save(imported, folder);
    return new DrawnCase(folder, executor);
  }

  private static void writeDose(Path source, WrittenStudy study, WrittenObject structures)
      throws DicomWriteException {
    var jaws = new PlanSpec.Jaws(-50, 50, -50, 50);
    var beam = new PlanSpec.StaticBeam(1, "AP", 6, Vector3.ZERO, 0, 0, 0, jaws, 100);
    var target = new PlanSpec.Target(1, "GTV", 50);
    WrittenObject plan =
        new PlanWriter(study)
            .write(
                source.resolve("RP.dcm"),
                new PlanSpec(3, "Plan", study.date(), 25, List.of(target), List.of(beam)),
                structures);
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      Arrays.fill(slice, 50);
      dose.slice(z, slice);
    }
    new DoseWriter(study)
        .write(
            source.resolve("RD.dcm"),
            DoseSpec.ofPlan(4, 1, "sum"),
            dose.build(),
            plan,
            new NullProgressMonitor());
  }

  public Path folder() {
    return folder;
  }

  /** Opens the case from disk, with everything read. */
  public CaseSession open() throws CaseStoreException, DicomReadException {
    OpenCase open = OpenCase.load(folder, new CaseStore(), executor);
    open.preload(new NullProgressMonitor());
    String series = open.patientCase().getImageSeries().getFirst().getSeriesInstanceUid();
    open.voxels().image(series, new NullProgressMonitor());
    var computation =
        new NumbersComputation(open.voxels(), new ContributedRiskCatalogue(List.of()), executor);
    var watch =
        new PlanWatch(
            open.patientCase(),
            computation,
            new WatchThreads(Runnable::run, Runnable::run, Runnable::run));
    List<Structure> all = open.patientCase().getStructureSets().getFirst().getStructures();
    var session =
        new CaseSession(
            null, // there is no workspace
            open,
            CaseEditing.newDomain(open.patientCase()),
            watch,
            new ViewingState(new Vector3(0, 0, 110), all),
            executor,
            List.of());
    watch.start();
    session.viewing().select(Optional.of(all.getFirst()));
    return session;
  }

  /** Saves as the editor does: contours first, then the case that names them. */
  public void save(CaseSession session) throws IOException, CaseStoreException {
    session.openCase().saveContours();
    new CaseStore().save(session.patientCase(), folder);
    CaseEditing.markSaved(session.editingDomain());
  }

  private static ImageVolume image() {
    ImageVolume.Builder builder = ImageVolume.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 40 + i % 3;
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static ContourSet cylinder() {
    List<PlanarContour> contours = new ArrayList<>();
    for (int z = 3; z <= 5; z++) {
      contours.add(circle(100 + 2.5 * z, RADIUS_MM));
    }
    return new ContourSet(contours);
  }

  /** A circle of 180 corners around the axis. */
  public static PlanarContour circle(double zMm, double radiusMm) {
    double[] xyzMm = new double[3 * 180];
    for (int i = 0; i < 180; i++) {
      xyzMm[3 * i] = radiusMm * Math.cos(Math.toRadians(2 * i));
      xyzMm[3 * i + 1] = radiusMm * Math.sin(Math.toRadians(2 * i));
      xyzMm[3 * i + 2] = zMm;
    }
    return PlanarContour.of(xyzMm);
  }
}
