/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.ImageState;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageRole;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;
import org.recourse.phantom.necrosis.NecrosisCohort;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.training.TrainingException;

/**
 * The bundled case as the synthetic patients vary it: everything in the frame of its dose.
 *
 * @param images one a sequence
 * @param target its planning target volume
 * @param dose planned dose
 * @param prescribedGy its prescription
 */
record BaseCase(List<ImageVolume> images, ContourSet target, DoseGrid dose, double prescribedGy) {

  private static final String TARGET = "PTVnx";

  BaseCase {
    images = List.copyOf(images);
  }

  /** Returns the patients that vary it. */
  NecrosisCohort cohort(long seed) {
    return new NecrosisCohort(images, target, dose, prescribedGy, seed);
  }

  /** Makes the bundled case, if it is not there yet, and reads it. */
  static BaseCase bundled(Path cacheFolder, IProgressMonitor monitor) throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading the bundled case", 10);
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      Path folder = BundledCase.ensure(cacheFolder, executor, progress.split(4));
      OpenCase open = OpenCase.load(folder, new CaseStore(), executor);
      PlanNumbers numbers =
          new NumbersComputation(open.voxels(), new ContributedRiskCatalogue(List.of()), executor)
              .compute(PlanSnapshot.of(open.patientCase(), 1), progress.split(4));
      return of(numbers, open.voxels(), progress.split(2));
    } catch (PhantomException | CaseStoreException | DicomReadException e) {
      throw new TrainingException("The bundled case cannot be used: " + e.getMessage(), e);
    }
  }

  private static BaseCase of(PlanNumbers numbers, CaseVoxels voxels, IProgressMonitor monitor)
      throws DicomReadException, TrainingException {
    PlanSnapshot snapshot = numbers.snapshot();
    PlanNumbers.PlanDose dose =
        numbers.planDose().orElseThrow(() -> new TrainingException("The case has no plan dose."));
    StructureState target =
        snapshot.assessedStructures().stream()
            .filter(s -> s.name().equalsIgnoreCase(TARGET))
            .findFirst()
            .orElseThrow(() -> new TrainingException("The case has no " + TARGET + "."));
    List<ImageVolume> images = new ArrayList<>();
    for (MrSequence sequence : MrSequence.values()) {
      images.add(inPlan(snapshot, dose, sequence, voxels, monitor));
    }
    return new BaseCase(
        images,
        voxels.contours(target.structureSetUid(), monitor).get(target.roiNumber()),
        dose.doseGy(),
        snapshot.assessedCourse().orElseThrow().prescription().totalDoseGy().orElseThrow());
  }

  /** The voxels of the MR image on a grid that is turned into the frame of the plan. */
  private static ImageVolume inPlan(
      PlanSnapshot snapshot,
      PlanNumbers.PlanDose dose,
      MrSequence sequence,
      CaseVoxels voxels,
      IProgressMonitor monitor)
      throws DicomReadException, TrainingException {
    ImageState state =
        snapshot.images().stream()
            .filter(image -> image.role() == ImageRole.valueOf(sequence.name()))
            .findFirst()
            .orElseThrow(() -> new TrainingException("The case has no image " + sequence + "."));
    ImageVolume image = voxels.image(state.seriesUid(), monitor);
    FrameTransforms transforms = snapshot.frameTransforms();
    AffineTransform fromPlan = transforms.between(dose.frameUid(), state.frameUid()).orElseThrow();
    return fromPlan.equals(AffineTransform.IDENTITY) ? image : placed(image, fromPlan.inverse());
  }

  private static ImageVolume placed(ImageVolume image, AffineTransform toPlan) {
    GridGeometry own = image.geometry();
    var place =
        new GridGeometry(
            own.sizeX(),
            own.sizeY(),
            own.sizeZ(),
            toPlan.apply(own.originMm()),
            own.spacingMm(),
            new Axes(
                turned(toPlan, own.axes().x()),
                turned(toPlan, own.axes().y()),
                turned(toPlan, own.axes().z())));
    ImageVolume.Builder builder = ImageVolume.builder(place);
    float[] slice = new float[own.sliceVoxelCount()];
    for (int z = 0; z < own.sizeZ(); z++) {
      image.copySlice(z, slice);
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static Vector3 turned(AffineTransform rigid, Vector3 direction) {
    return rigid.apply(direction).minus(rigid.apply(Vector3.ZERO)).normalised();
  }
}
