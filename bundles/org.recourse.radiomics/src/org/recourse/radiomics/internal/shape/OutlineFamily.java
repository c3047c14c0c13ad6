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
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.settings.SettingKey;

/**
 * Shape features of a region in one plane, as in PyRadiomics 3.0.1. With the area A and the length
 * P of the outline: sphericity 2·√(π·A)/P, perimeter surface ratio P/A. Not defined for a region of
 * more than one plane. Stateless and thread-safe. Worked example: {@code ShapeTest}.
 */
public final class OutlineFamily implements FeatureFamily {

  private static final List<String> NAMES =
      List.of(
          "Elongation",
          "MajorAxisLength",
          "MaximumDiameter",
          "MeshSurface",
          "MinorAxisLength",
          "Perimeter",
          "PerimeterSurfaceRatio",
          "PixelSurface",
          "Sphericity");

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "shape2D",
        "Shape (2D)",
        "1.0",
        NAMES,
        Set.of("SphericalDisproportion"),
        false,
        List.of(SettingKey.FORCE_2D, SettingKey.FORCE_2D_DIMENSION),
        "PyRadiomics 3.0.1, doi 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    int fixedAxis = input.settings().integer("force2Ddimension", 0);
    Region region = input.region();
    int planes =
        switch (fixedAxis) {
          case 0 -> region.geometry().sizeZ();
          case 1 -> region.geometry().sizeY();
          default -> region.geometry().sizeX();
        };
    if (planes > 1 || !input.settings().flag("force2D", false)) {
      FeatureVector.Builder none = FeatureVector.builder();
      NAMES.forEach(name -> none.undefined(name, Reason.TOO_FEW_DIMENSIONS));
      return none.build();
    }
    return compute(PlaneOutline.of(region, fixedAxis), input);
  }

  private static FeatureVector compute(PlaneOutline outline, FeatureInput input) {
    double area = outline.areaMm2();
    double perimeter = outline.perimeterMm();
    double sphericity = 2 * Math.sqrt(Math.PI * area) / perimeter;
    FeatureVector.Builder vector =
        FeatureVector.builder()
            .put("Elongation", outline.elongation(), Reason.TOO_FEW_DIMENSIONS)
            .put("MajorAxisLength", outline.majorAxisMm())
            .put("MaximumDiameter", outline.diameterMm())
            .put("MeshSurface", area)
            .put("MinorAxisLength", outline.minorAxisMm())
            .put("Perimeter", perimeter)
            .put("PerimeterSurfaceRatio", perimeter / area, Reason.DIVISION_BY_ZERO)
            .put("PixelSurface", outline.pixelAreaMm2())
            .put("Sphericity", sphericity);
    if (input.asksFor("SphericalDisproportion")) {
      vector.put("SphericalDisproportion", 1 / sphericity, Reason.DIVISION_BY_ZERO);
    }
    return vector.build();
  }
}
