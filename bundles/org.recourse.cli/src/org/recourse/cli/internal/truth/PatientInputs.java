/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.network.NetworkSize;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * What the network of the campaign is given of a patient: the standard features of each MR sequence
 * in PTVnx, and where its dose is read. Cut out and computed as for the prepared cohorts.
 * Immutable.
 *
 * @param features in the order of {@link #featureNames()}
 * @param target PTVnx on the voxels of the network
 */
record PatientInputs(double[] features, Mask target) {

  static final NetworkSize SIZE = new NetworkSize(30, 30, 20);
  static final double SPACING_MM = 4;

  /** Returns the 96 standard features, 32 of each sequence. */
  static List<String> featureNames() {
    List<String> names = new ArrayList<>();
    for (MrSequence sequence : MrSequence.values()) {
      names.addAll(SequenceFeatures.names(sequence));
    }
    return List.copyOf(names);
  }

  /** Computes them; throws IllegalStateException if a feature is not defined in the target. */
  static PatientInputs of(
      SyntheticPatient patient,
      ContourSet target,
      FeatureCatalogue catalogue,
      IProgressMonitor monitor) {
    List<ImageVolume> images = patient.images(monitor);
    double[] features = new double[featureNames().size()];
    int filled = 0;
    for (MrSequence sequence : MrSequence.values()) {
      List<String> plain =
          SequenceFeatures.names(sequence).stream()
              .map(name -> name.substring(name.indexOf('/') + 1))
              .toList();
      var placed =
          new RiskVoxels.PlacedImage(images.get(sequence.ordinal()), AffineTransform.IDENTITY);
      double[] own =
          TargetCrop.features(placed, target, plain, catalogue, monitor)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          patient.id() + ": a feature of " + sequence + " is not defined"));
      System.arraycopy(own, 0, features, filled, own.length);
      filled += own.length;
    }
    var spacing = new Vector3(SPACING_MM, SPACING_MM, SPACING_MM);
    Mask mask = TargetCrop.mask(target, TargetCrop.doseGeometry(target, SIZE, spacing), monitor);
    return new PatientInputs(features, mask);
  }

  /** Returns the physical dose in PTVnx, 0 Gy outside, on the voxels of the network. */
  float[] doseGy(DoseGrid dose) {
    return TargetCrop.dose(dose, target, SIZE).toArray();
  }
}
