/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.numbers.ImageState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.model.ImageRole;
import org.recourse.phantom.necrosis.NecrosisCohort;
import org.recourse.phantom.necrosis.NecrosisPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetCrop;

/** Turns synthetic patients into training cases, as the risk model does with a patient. */
final class DemonstrationCases {

  /** Training cases and what they say about the domain of the model. */
  record Cases(
      List<TrainingCase> cases,
      double leastMaximumGy,
      double largestMaximumGy,
      int fewestFractions,
      int mostFractions,
      double leastPerFractionGy,
      double mostPerFractionGy) {}

  private final DemonstrationSettings settings;
  private final FeatureCatalogue features;

  DemonstrationCases(DemonstrationSettings settings, FeatureCatalogue features) {
    this.settings = settings;
    this.features = features;
  }

  /** Returns the cohort that varies the bundled case. */
  NecrosisCohort cohort(PlanNumbers numbers, CaseVoxels voxels, IProgressMonitor monitor)
      throws DicomReadException {
    PlanSnapshot snapshot = numbers.snapshot();
    PlanNumbers.PlanDose dose = numbers.planDose().orElseThrow();
    StructureState target =
        snapshot.assessedStructures().stream()
            .filter(s -> s.name().equalsIgnoreCase("PTVnx"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the bundled case has no PTVnx"));
    ContourSet contours =
        voxels.contours(target.structureSetUid(), monitor).get(target.roiNumber());
    List<ImageVolume> images = new ArrayList<>();
    for (MrSequence sequence : MrSequence.values()) {
      images.add(inPlan(snapshot, dose, sequence, voxels, monitor));
    }
    double prescribedGy =
        snapshot.assessedCourse().orElseThrow().prescription().totalDoseGy().orElseThrow();
    return new NecrosisCohort(images, contours, dose.doseGy(), prescribedGy, settings.seed());
  }

  /** The voxels of the MR image on a grid that is turned into the frame of the plan. */
  private static ImageVolume inPlan(
      PlanSnapshot snapshot,
      PlanNumbers.PlanDose dose,
      MrSequence sequence,
      CaseVoxels voxels,
      IProgressMonitor monitor)
      throws DicomReadException {
    ImageState state =
        snapshot.images().stream()
            .filter(image -> image.role() == ImageRole.valueOf(sequence.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no image " + sequence));
    ImageVolume image = voxels.image(state.seriesUid(), monitor);
    FrameTransforms transforms = snapshot.frameTransforms();
    AffineTransform fromPlan = transforms.between(dose.frameUid(), state.frameUid()).orElseThrow();
    if (fromPlan.equals(AffineTransform.IDENTITY)) {
      return image;
    }
    AffineTransform toPlan = fromPlan.inverse();
    GridGeometry own = image.geometry();
    var placed =
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
    ImageVolume.Builder builder = ImageVolume.builder(placed);
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

  /** Makes the patients of a cohort and cuts out what the network is given. */
  Cases of(NecrosisCohort cohort, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Making synthetic patients", settings.patients());
    List<TrainingCase> cases = new ArrayList<>();
    double[] maxima = new double[settings.patients()];
    double[] perFraction = new double[settings.patients()];
    int[] fractions = new int[settings.patients()];
    for (int i = 0; i < settings.patients(); i++) {
      progress.checkCanceled();
      NecrosisPatient patient = cohort.patient(i, progress);
      Tensor dose = dose(patient);
      cases.add(
          new TrainingCase(
              patient.id(),
              settings.dose() ? Optional.of(dose) : Optional.empty(),
              features(patient),
              patient.event()));
      for (float value : dose.toArray()) {
        maxima[i] = Math.max(maxima[i], value);
      }
      fractions[i] = patient.fractionCount();
      perFraction[i] = patient.prescribedGy() / patient.fractionCount();
      progress.worked(1);
    }
    Arrays.sort(maxima);
    Arrays.sort(perFraction);
    Arrays.sort(fractions);
    int last = settings.patients() - 1;
    return new Cases(
        cases,
        maxima[0],
        maxima[last],
        fractions[0],
        fractions[last],
        perFraction[0],
        perFraction[last]);
  }

  private Tensor dose(NecrosisPatient patient) {
    Mask mask =
        TargetCrop.mask(
            patient.target(),
            TargetCrop.doseGeometry(patient.target(), settings.size(), settings.spacingMm()),
            null);
    return TargetCrop.dose(patient.dose(), mask, settings.size());
  }

  private double[] features(NecrosisPatient patient) {
    List<Double> values = new ArrayList<>();
    for (MrSequence sequence : settings.sequences()) {
      var placed =
          new RiskVoxels.PlacedImage(
              patient.images().get(sequence.ordinal()), AffineTransform.IDENTITY);
      List<String> names =
          SequenceFeatures.names(sequence).stream()
              .map(name -> name.substring(name.indexOf('/') + 1))
              .toList();
      double[] own =
          TargetCrop.features(placed, patient.target(), names, features, null)
              .orElseThrow(
                  () -> new IllegalStateException(patient.id() + ": a feature is not defined"));
      for (double value : own) {
        values.add(value);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
