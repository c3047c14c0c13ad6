/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.StructureType;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.NamedContours;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.cohort.SyntheticPatient.Targets;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Organ;
import org.recourse.phantom.internal.anatomy.OrganAtlas;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.ContourTracing;
import org.recourse.phantom.solid.Solid;

/** Images, structures and doses of one patient. Immutable and thread-safe. */
final class PatientMaterial implements SyntheticPatient.Material {

  private static final double MR_MARGIN_MM = 14;
  private static final double CT_PIXEL_MM = 1.5;
  private static final double TARGET_STEP_MM = 1;
  private static final double ORGAN_STEP_MM = 2;

  private final TumourShape tumour;
  private final Warp warp;
  private final DoseModel dose;
  private final GridGeometry doseGeometry;
  private final GridGeometry mrGeometry;
  private final GridGeometry ctGeometry;
  private final Supplier<PatientImages> images;
  private final long readerSeed;

  PatientMaterial(
      CohortSettings settings,
      TumourShape tumour,
      Warp warp,
      DoseModel dose,
      GridGeometry doseGeometry,
      Supplier<PatientImages> images,
      long readerSeed) {
    this.tumour = tumour;
    this.warp = warp;
    this.dose = dose;
    this.doseGeometry = doseGeometry;
    this.images = images;
    this.readerSeed = readerSeed;
    Box box = tumour.targetBox().grownBy(MR_MARGIN_MM);
    mrGeometry = geometry(box, settings.pixelMm(), settings.sliceMm());
    ctGeometry = geometry(box.grownBy(16), CT_PIXEL_MM, settings.sliceMm());
  }

  private static GridGeometry geometry(Box box, double pixelMm, double sliceMm) {
    Vector3 extent = box.highMm().minus(box.lowMm());
    return new GridGeometry(
        (int) Math.ceil(extent.x() / pixelMm) + 1,
        (int) Math.ceil(extent.y() / pixelMm) + 1,
        (int) Math.ceil(extent.z() / sliceMm) + 1,
        box.lowMm(),
        new Vector3(pixelMm, pixelMm, sliceMm));
  }

  @Override
  public GridGeometry mrGeometry() {
    return mrGeometry;
  }

  @Override
  public List<ImageVolume> mr(IProgressMonitor monitor) {
    return images.get().mr(mrGeometry, monitor);
  }

  @Override
  public ImageVolume ct(IProgressMonitor monitor) {
    return images.get().ct(ctGeometry, monitor);
  }

  @Override
  public Targets targets(int reader, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Targets", 2);
    Solid gross = reader == 0 ? tumour.gross() : tumour.redrawn(readerSeed * 7919 + reader);
    Solid planning = reader == 0 ? tumour.target() : gross.grownBy(HeadAnatomy.PTV_MARGIN_MM);
    return new Targets(
        contours(gross, TARGET_STEP_MM, executor, progress.split(1)),
        contours(planning, TARGET_STEP_MM, executor, progress.split(1)));
  }

  private ContourSet contours(
      Solid body, double stepMm, SliceExecutor executor, IProgressMonitor monitor) {
    double[] planesZMm = new double[mrGeometry.sizeZ()];
    for (int z = 0; z < planesZMm.length; z++) {
      planesZMm[z] = mrGeometry.toPatientMm(0, 0, z).z();
    }
    return new ContourTracing(executor).contours(body, planesZMm, stepMm, monitor);
  }

  @Override
  public List<NamedContours> organs(SliceExecutor executor, IProgressMonitor monitor) {
    List<Organ> planned = new OrganAtlas(new HeadAnatomy()).planned();
    SubMonitor progress = SubMonitor.convert(monitor, "Organs", planned.size());
    List<NamedContours> organs = new ArrayList<>();
    for (Organ organ : planned) {
      if (organ.type() == StructureType.ORGAN) {
        ContourSet contours =
            contours(warp.inPatient(organ.body()), ORGAN_STEP_MM, executor, progress.split(1));
        if (!contours.isEmpty()) { // organs beyond the slices are not drawn
          organs.add(
              new NamedContours(
                  organ.name(), organ.tg263Name(), organ.type(), organ.colourRgb(), contours));
        }
      }
    }
    return organs;
  }

  @Override
  public List<DoseGrid> beams(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Dose", doseGeometry.sizeZ());
    List<DoseGrid.Builder> builders = new ArrayList<>();
    float[][] slices = new float[DoseModel.BEAMS][doseGeometry.sliceVoxelCount()];
    for (int b = 0; b < DoseModel.BEAMS; b++) {
      builders.add(DoseGrid.builder(doseGeometry));
    }
    float[] beams = new float[DoseModel.BEAMS];
    for (int z = 0; z < doseGeometry.sizeZ(); z++) {
      progress.checkCanceled();
      for (int y = 0, i = 0; y < doseGeometry.sizeY(); y++) {
        for (int x = 0; x < doseGeometry.sizeX(); x++, i++) {
          Vector3 p = doseGeometry.toPatientMm(x, y, z);
          dose.beamsAt(p.x(), p.y(), p.z(), beams);
          for (int b = 0; b < beams.length; b++) {
            slices[b][i] = beams[b];
          }
        }
      }
      for (int b = 0; b < beams.length; b++) {
        builders.get(b).slice(z, slices[b]);
      }
      progress.worked(1);
    }
    return builders.stream().map(DoseGrid.Builder::build).toList();
  }

  @Override
  public ContourSet firstTarget(SliceExecutor executor, IProgressMonitor monitor) {
    return contours(dose.firstTarget(), ORGAN_STEP_MM, executor, monitor);
  }

  @Override
  public DoseGrid firstCourse(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "First course", doseGeometry.sizeZ());
    DoseGrid.Builder builder = DoseGrid.builder(doseGeometry);
    float[] slice = new float[doseGeometry.sliceVoxelCount()];
    for (int z = 0; z < doseGeometry.sizeZ(); z++) {
      progress.checkCanceled();
      for (int y = 0, i = 0; y < doseGeometry.sizeY(); y++) {
        for (int x = 0; x < doseGeometry.sizeX(); x++, i++) {
          Vector3 p = doseGeometry.toPatientMm(x, y, z);
          slice[i] = (float) dose.firstAt(p.x(), p.y(), p.z());
        }
      }
      builder.slice(z, slice);
      progress.worked(1);
    }
    return builder.build();
  }
}
