/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.List;
import org.recourse.radiomics.filter.GaborImages;
import org.recourse.radiomics.filter.GradientFilter;
import org.recourse.radiomics.filter.IntensityTransform;
import org.recourse.radiomics.filter.LaplacianOfGaussianFilter;
import org.recourse.radiomics.filter.LawsFilter;
import org.recourse.radiomics.filter.LocalBinaryPattern2dFilter;
import org.recourse.radiomics.filter.LocalBinaryPattern3dFilter;
import org.recourse.radiomics.filter.MeanFilter;
import org.recourse.radiomics.filter.RieszFilter;
import org.recourse.radiomics.filter.SampledLaplacianFilter;
import org.recourse.radiomics.filter.SeparableWaveletFilter;
import org.recourse.radiomics.filter.SimoncelliFilter;
import org.recourse.radiomics.filter.WaveletFilter;
import org.recourse.radiomics.internal.extract.OriginalImage;
import org.recourse.radiomics.internal.firstorder.FirstOrderFamily;
import org.recourse.radiomics.internal.shape.OutlineFamily;
import org.recourse.radiomics.internal.shape.ShapeFamily;
import org.recourse.radiomics.internal.texture.DependenceFamily;
import org.recourse.radiomics.internal.texture.PairFamily;
import org.recourse.radiomics.internal.texture.RunFamily;
import org.recourse.radiomics.internal.texture.ToneDifferenceFamily;
import org.recourse.radiomics.internal.texture.ZoneFamily;

/**
 * The families and filters that this bundle itself contributes, in the order of its plugin.xml, for
 * programs without an extension registry. Where there is one, the service {@link FeatureCatalogue}
 * also knows those of vendors. Stateless.
 */
public final class BuiltInFeatures {

  private BuiltInFeatures() {}

  /** Returns a catalogue of our own families and filters. */
  public static FeatureCatalogue catalogue() {
    return new ListedFeatureCatalogue(
        List.of(
            new FirstOrderFamily(),
            new ShapeFamily(),
            new OutlineFamily(),
            new PairFamily(),
            new DependenceFamily(),
            new RunFamily(),
            new ZoneFamily(),
            new ToneDifferenceFamily()),
        List.of(
            new OriginalImage(),
            new WaveletFilter(),
            new LaplacianOfGaussianFilter(),
            new GradientFilter(),
            IntensityTransform.SQUARE,
            IntensityTransform.SQUARE_ROOT,
            IntensityTransform.LOGARITHM,
            IntensityTransform.EXPONENTIAL,
            new LocalBinaryPattern2dFilter(),
            new LocalBinaryPattern3dFilter(),
            new MeanFilter(),
            new SampledLaplacianFilter(),
            new LawsFilter(),
            new GaborImages(),
            new SeparableWaveletFilter(),
            new SimoncelliFilter(),
            new RieszFilter()));
  }
}
