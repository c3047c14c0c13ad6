/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.risk.RiskVoxels;

/**
 * Computes features and masks and keeps the last ones, since they depend on images and contours
 * only. Images and contours are compared as objects, so nothing is kept of a changed one.
 * Thread-safe.
 */
public final class TargetMemory {

  private static final int KEPT = 24;

  /** Compared by identity of image and target and by value of the rest. */
  private static final class FeatureKey {

    private final ImageVolume image;
    private final ContourSet target;
    private final AffineTransform place;
    private final List<String> names;

    FeatureKey(RiskVoxels.PlacedImage placed, ContourSet target, List<String> names) {
      this.image = placed.image();
      this.target = target;
      this.place = placed.fromPlan();
      this.names = List.copyOf(names);
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof FeatureKey other
          && other.image == image
          && other.target == target
          && other.place.equals(place)
          && other.names.equals(names);
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(image), System.identityHashCode(target), names);
    }
  }

  /** Compared by identity of the target. */
  private static final class MaskKey {

    private final ContourSet target;
    private final NetworkSize size;
    private final Vector3 spacingMm;

    MaskKey(ContourSet target, NetworkSize size, Vector3 spacingMm) {
      this.target = target;
      this.size = size;
      this.spacingMm = spacingMm;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof MaskKey other
          && other.target == target
          && other.size.equals(size)
          && other.spacingMm.equals(spacingMm);
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(target), size, spacingMm);
    }
  }

  private final FeatureCatalogue catalogue;
  private final Map<FeatureKey, FeatureVector> features = recent();
  private final Map<MaskKey, Mask> masks = recent();

  public TargetMemory(FeatureCatalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
  }

  /** Returns features as {@link TargetCrop#features}. */
  synchronized Optional<double[]> features(
      RiskVoxels.PlacedImage placed,
      ContourSet target,
      List<String> plainNames,
      IProgressMonitor monitor) {
    List<String> extracted = SequenceFeatures.extracted(plainNames, catalogue);
    var key = new FeatureKey(placed, target, extracted);
    FeatureVector known = features.get(key);
    if (known == null) { // not computed yet
      known = TargetCrop.vector(placed, target, extracted, catalogue, monitor);
      features.put(key, known);
    }
    return TargetCrop.numbers(known, plainNames);
  }

  /** Returns the dose as {@link TargetCrop#dose}, on the grid of a model. */
  Tensor dose(DoseGrid dose, ContourSet target, ModelDescription model, IProgressMonitor monitor) {
    return TargetCrop.dose(dose, mask(target, model, monitor), size(model));
  }

  private static NetworkSize size(ModelDescription model) {
    List<Integer> sizes = model.input(TensorSpecification.Role.DOSE).orElseThrow().shape().sizes();
    return new NetworkSize(sizes.get(4), sizes.get(3), sizes.get(2));
  }

  /** Returns the voxels a model looks at, in the frame of the planned dose. */
  Mask mask(ContourSet target, ModelDescription model, IProgressMonitor monitor) {
    var spacing =
        new Vector3(
            model.dose().voxelSizeXMm(), model.dose().voxelSizeYMm(), model.dose().voxelSizeZMm());
    return mask(target, size(model), spacing, monitor);
  }

  private synchronized Mask mask(
      ContourSet target, NetworkSize size, Vector3 spacing, IProgressMonitor monitor) {
    var key = new MaskKey(target, size, spacing);
    Mask known = masks.get(key);
    if (known == null) { // not computed yet
      known = TargetCrop.mask(target, TargetCrop.doseGeometry(target, size, spacing), monitor);
      masks.put(key, known);
    }
    return known;
  }

  private static <K, V> Map<K, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }
}
