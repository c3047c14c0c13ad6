/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Computes the features of the MR images of a patient as the risk model does later. Immutable.
 *
 * @param catalogue the installed features
 */
record PatientFeatures(FeatureCatalogue catalogue) {

  /** Returns every candidate that is defined in the target, by name. */
  Map<String, Double> of(List<ImageVolume> images, ContourSet target, IProgressMonitor monitor) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (MrSequence sequence : MrSequence.values()) {
      var placed =
          new RiskVoxels.PlacedImage(images.get(sequence.ordinal()), AffineTransform.IDENTITY);
      List<String> names = SequenceFeatures.candidates(sequence, catalogue);
      FeatureVector vector =
          TargetCrop.vector(
              placed,
              target,
              names.stream().map(PatientFeatures::plain).toList(),
              catalogue,
              monitor);
      for (String name : names) {
        OptionalDouble value = vector.number(plain(name));
        if (value.isPresent()) {
          values.put(name, value.getAsDouble());
        }
      }
    }
    return values;
  }

  private static String plain(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Returns the names that every patient has, in the order of the first. */
  static List<String> common(List<Map<String, Double>> patients) {
    var names = new ArrayList<>(patients.getFirst().keySet());
    patients.forEach(patient -> names.retainAll(patient.keySet()));
    return List.copyOf(names);
  }
}
