/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Shape features of PyRadiomics 3.0.1. With the mesh area A and volume V, and the eigenvalues λ1 ≥
 * λ2 ≥ λ3 of the covariance of the voxel centres (divided by their number):
 *
 * <pre>
 *   sphericity (36·π·V²)^⅓/A   surface volume ratio A/V   axis lengths 4·√λ
 *   elongation √(λ2/λ1)        flatness √(λ3/λ1)
 * </pre>
 *
 * Stateless and thread-safe. Worked example: {@code ShapeTest}.
 */
public final class ShapeFamily implements FeatureFamily {

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "shape",
        "Shape (3D)",
        "1.0",
        List.of(
            "Elongation",
            "Flatness",
            "LeastAxisLength",
            "MajorAxisLength",
            "Maximum2DDiameterColumn",
            "Maximum2DDiameterRow",
            "Maximum2DDiameterSlice",
            "Maximum3DDiameter",
            "MeshVolume",
            "MinorAxisLength",
            "Sphericity",
            "SurfaceArea",
            "SurfaceVolumeRatio",
            "VoxelVolume"),
        Set.of("Compactness1", "Compactness2", "SphericalDisproportion"),
        false,
        List.of(),
        "PyRadiomics 3.0.1, doi 10.1158/0008-5472.CAN-17-0339; Lorensen 1987, doi"
            + " 10.1145/37401.37422");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    SurfaceMesh mesh = SurfaceMesh.of(input.region());
    Diameters diameters = Diameters.of(input.region());
    VoxelCovariance covariance = VoxelCovariance.of(input.region(), 3);
    double area = mesh.areaMm2();
    double volume = mesh.volumeMm3();
    double sphericity = Math.cbrt(36 * Math.PI * volume * volume) / area;
    FeatureVector.Builder vector =
        FeatureVector.builder()
            .put("Elongation", covariance.ratio(1, 2), Reason.TOO_FEW_DIMENSIONS)
            .put("Flatness", covariance.ratio(0, 2), Reason.TOO_FEW_DIMENSIONS)
            .put("LeastAxisLength", covariance.axisLengthMm(0))
            .put("MajorAxisLength", covariance.axisLengthMm(2))
            .put("Maximum2DDiameterColumn", diameters.acrossYMm())
            .put("Maximum2DDiameterRow", diameters.acrossXMm())
            .put("Maximum2DDiameterSlice", diameters.acrossZMm())
            .put("Maximum3DDiameter", diameters.overallMm())
            .put("MeshVolume", volume)
            .put("MinorAxisLength", covariance.axisLengthMm(1))
            .put("Sphericity", sphericity)
            .put("SurfaceArea", area)
            .put("SurfaceVolumeRatio", area / volume, Reason.DIVISION_BY_ZERO)
            .put(
                "VoxelVolume",
                input.region().geometry().voxelVolumeMm3() * input.region().voxelCount());
    if (input.asksFor("Compactness1")) {
      vector.put("Compactness1", volume / Math.sqrt(area * area * area * Math.PI));
    }
    if (input.asksFor("Compactness2")) {
      vector.put("Compactness2", 36 * Math.PI * volume * volume / (area * area * area));
    }
    if (input.asksFor("SphericalDisproportion")) {
      vector.put("SphericalDisproportion", 1 / sphericity, Reason.DIVISION_BY_ZERO);
    }
    return vector.build();
  }
}
