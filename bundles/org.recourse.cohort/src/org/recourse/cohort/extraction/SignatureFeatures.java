/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * The 702 features per sequence of Liu 2023: 14 of shape and, on each of 8 images, 18 of first
 * order, 22 GLCM, 16 GLRLM, 16 GLSZM and 14 GLDM. The images are the original, the Laplacian of a
 * Gaussian of 1, 3 and 5 mm, and the four sub-bands of the wavelet in the slice.
 *
 * <p>Image types and classes are those of the published column names; the voxels of 0.5 x 0.5 x 3
 * mm are stated in the paper; bin width 5, normalisation to 100, shift 300 and the extraction by
 * slice come from the example file of PyRadiomics 3.0.1 that gives the same names and count, since
 * the paper does not state them ({@code docs/extraction.md}). Stateless.
 */
public final class SignatureFeatures {

  /** Features per sequence. */
  public static final int PER_SEQUENCE = 702;

  private static final double PIXEL_MM = 0.5;
  private static final double SLICE_MM = 3;

  private SignatureFeatures() {}

  /** Returns the parameters at the resolution of the paper. */
  public static ExtractionParameters parameters() {
    return parameters(PIXEL_MM, SLICE_MM);
  }

  /** Returns the parameters at another resolution, mm. */
  public static ExtractionParameters parameters(double pixelMm, double sliceMm) {
    Settings settings =
        Settings.empty()
            .with("binWidth", 5)
            .with("normalize", true)
            .with("normalizeScale", 100)
            .with("voxelArrayShift", 300)
            .with("force2D", true)
            .with("force2Ddimension", 0)
            .with("resampledPixelSpacing", List.of(pixelMm, pixelMm, sliceMm));
    var types = new LinkedHashMap<String, Settings>();
    types.put(ExtractionParameters.ORIGINAL, Settings.empty());
    types.put("LoG", Settings.empty().with("sigma", List.of(1.0, 3.0, 5.0)));
    types.put("Wavelet", Settings.empty());
    var classes = new LinkedHashMap<String, Set<String>>();
    classes.put("shape", Set.of());
    classes.put("firstorder", Set.of());
    classes.put(
        "glcm",
        names(
            "Autocorrelation JointAverage ClusterProminence ClusterShade ClusterTendency Contrast"
                + " Correlation DifferenceAverage DifferenceEntropy DifferenceVariance JointEnergy"
                + " JointEntropy Imc1 Imc2 Idm Idmn Id Idn InverseVariance MaximumProbability"
                + " SumEntropy SumSquares"));
    for (String all : List.of("glrlm", "glszm", "gldm")) {
      classes.put(all, Set.of());
    }
    return new ExtractionParameters(settings, types, classes);
  }

  private static Set<String> names(String text) {
    return new LinkedHashSet<>(Arrays.asList(text.split(" ")));
  }
}
