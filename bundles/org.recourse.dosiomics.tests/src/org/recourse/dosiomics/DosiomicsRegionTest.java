/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.MaskOutlines;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

class DosiomicsRegionTest {

  /** Rounding of an origin that was computed on a cropped grid, and the border of a B-spline. */
  private static final double RESAMPLED_TOLERANCE = 1e-6;

  private static final GridGeometry GRID =
      new GridGeometry(33, 30, 21, new Vector3(-40, -38, -30), new Vector3(2.5, 2.5, 3));

  private static final FeatureCatalogue CATALOGUE = BuiltInFeatures.catalogue();

  private static SliceExecutor executor;

  @BeforeAll
  static void start() {
    executor = SliceExecutor.ofThreads(2);
  }

  @AfterAll
  static void stop() {
    executor.close();
  }

  private static Region ball(GridGeometry grid, double radiusMm) {
    return DosePhantoms.region(grid, (x, y, z) -> x * x + y * y + z * z <= radiusMm * radiusMm);
  }

  private static DosiomicsRegion prepared(Region region, DosiomicsSettings settings) {
    return DosiomicsRegion.of(region, settings, CATALOGUE, executor, new NullProgressMonitor());
  }

  private static FeatureVector update(DosiomicsRegion region, DoseGrid dose) {
    return region.update(dose, executor, new NullProgressMonitor()).features();
  }

  private static Map<String, Settings> threeTypes() {
    var types = new LinkedHashMap<String, Settings>();
    types.put("Original", Settings.empty());
    types.put("Wavelet", Settings.empty());
    types.put("LoG", Settings.empty().with("sigma", List.of(3.0)));
    types.put("Gradient", Settings.empty().with("binWidth", 0.2));
    return types;
  }

  private static FeatureVector extracted(
      DoseGrid dose, Region region, Map<String, Settings> types, Settings settings) {
    ExtractionResult result =
        new FeatureExtractor(CATALOGUE)
            .extract(
                VoxelBlock.of(dose),
                region,
                new ExtractionParameters(settings, types, Map.of()),
                executor,
                new NullProgressMonitor());
    assertEquals(List.of(), result.findings());
    return result.features();
  }

  @Test
  void radiomicFeaturesAreThoseOfTheExtractor() {
    DoseGrid dose = DosePhantoms.plan(GRID, 0);
    Region region = ball(GRID, 20);
    FeatureVector expected =
        extracted(
            dose,
            region,
            threeTypes(),
            Settings.empty().with("binWidth", 0.5).with("preCrop", true));
    FeatureVector actual =
        update(
            prepared(
                region, DosiomicsSettings.DEFAULT.withBinWidthGy(0.5).withImageTypes(threeTypes())),
            dose);

    expected
        .asMap()
        .forEach((name, value) -> assertEquals(value, actual.find(name).orElseThrow(), name));
    assertEquals(
        expected.size(),
        actual.names().stream().filter(n -> !n.matches("(dvh|spatial)_.*")).count());
  }

  @Test
  void aResampledDoseGivesTheFeaturesOfTheExtractor() {
    DoseGrid dose = DosePhantoms.plan(GRID, 0);
    Region region = ball(GRID, 15);
    var spacing = new Vector3(2, 2, 2);
    Map<String, Settings> original = Map.of("Original", Settings.empty());
    FeatureVector expected =
        extracted(
            dose,
            region,
            original,
            Settings.empty()
                .with("binWidth", 5)
                .with("resampledPixelSpacing", List.of(2.0, 2.0, 2.0)));
    FeatureVector actual =
        update(
            prepared(region, DosiomicsSettings.DEFAULT.withBinWidthGy(5).withSpacingMm(spacing)),
            dose);

    expected
        .asMap()
        .forEach(
            (name, value) -> {
              double one = ((FeatureValue.Defined) value).value();
              double other = actual.number(name).orElseThrow();
              assertEquals(one, other, RESAMPLED_TOLERANCE * Math.max(1, Math.abs(one)), name);
            });
  }

  @Test
  void aNewDoseGivesTheNumbersOfAFreshRegion() {
    Region region = ball(GRID, 20);
    DosiomicsSettings settings =
        DosiomicsSettings.DEFAULT.withImageTypes(threeTypes()).withReferenceGy(60);
    DosiomicsRegion kept = prepared(region, settings);
    update(kept, DosePhantoms.plan(GRID, 0));
    DoseGrid other = DosePhantoms.plan(GRID, 1);

    assertEquals(update(prepared(region, settings), other).asMap(), update(kept, other).asMap());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    DosiomicsRegion region =
        prepared(ball(GRID, 20), DosiomicsSettings.DEFAULT.withImageTypes(threeTypes()));
    DoseGrid dose = DosePhantoms.plan(GRID, 0);
    FeatureVector several = update(region, dose);
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      assertEquals(
          region.update(dose, one, new NullProgressMonitor()).features().asMap(), several.asMap());
    }
  }

  @Test
  void aRingOfContoursHasTheHistogramOfItsContours() {
    Region ring =
        DosePhantoms.region(
            GRID,
            (x, y, z) -> {
              double r = Math.sqrt(x * x + y * y + z * z);
              return r > 18 && r <= 24;
            });
    var mask = org.recourse.grid.volume.Mask.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      var slice = new java.util.BitSet();
      for (int i = 0; i < GRID.sliceVoxelCount(); i++) {
        slice.set(i, ring.contains(z * GRID.sliceVoxelCount() + i));
      }
      mask.slice(z, slice);
    }
    var sampling =
        org.recourse.dosimetry.dvh.StructureSampling.of(
            ContourPlanes.of(MaskOutlines.of(mask.build()), GRID),
            GRID,
            executor,
            new NullProgressMonitor());
    DoseGrid dose = DosePhantoms.plan(GRID, 0);
    DosiomicsRegion region =
        DosiomicsRegion.of(
            ring,
            sampling,
            DosiomicsSettings.DEFAULT,
            CATALOGUE,
            executor,
            new NullProgressMonitor());

    assertEquals(
        sampling.dvh(dose).orElseThrow().meanGy(),
        update(region, dose).number("dvh_MeanGy").getAsDouble());
  }

  @Test
  void featureClassesCanBeChosen() {
    DosiomicsRegion region =
        prepared(
            ball(GRID, 20),
            DosiomicsSettings.DEFAULT.withFeatureClasses(
                Map.of("firstorder", Set.of("Mean", "Entropy"))));
    List<String> names =
        update(region, DosePhantoms.plan(GRID, 0)).names().stream()
            .filter(name -> name.startsWith("original"))
            .toList();

    assertEquals(List.of("original_firstorder_Entropy", "original_firstorder_Mean"), names);
  }

  @Test
  void anEmptyRegionHasAFindingAndNoFeature() {
    DosiomicsRegion region =
        prepared(DosePhantoms.region(GRID, (x, y, z) -> false), DosiomicsSettings.DEFAULT);
    DosiomicsResult result =
        region.update(DosePhantoms.plan(GRID, 0), executor, new NullProgressMonitor());

    assertTrue(result.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR));
    assertTrue(result.features().names().stream().allMatch(name -> name.startsWith("dvh_")));
    assertTrue(result.features().number("dvh_MeanGy").isEmpty());
  }

  @Test
  void aSingleVoxelHasNoTexture() {
    DosiomicsRegion region =
        prepared(
            DosePhantoms.region(GRID, (x, y, z) -> x == 0 && Math.abs(y + 0.5) < 1 && z == 0),
            DosiomicsSettings.DEFAULT);
    DosiomicsResult result =
        region.update(DosePhantoms.plan(GRID, 0), executor, new NullProgressMonitor());

    assertEquals(
        List.of(Finding.Severity.WARNING),
        result.findings().stream().map(Finding::severity).toList());
    assertTrue(result.features().number("spatial_SurfaceMeanGy").isPresent());
    assertTrue(result.features().names().stream().noneMatch(n -> n.startsWith("original")));
  }

  @Test
  void regionsOfOneSliceAndAtTheBorderAreComputed() {
    DoseGrid dose = DosePhantoms.plan(GRID, 0);
    FeatureVector slice =
        update(
            prepared(
                DosePhantoms.region(GRID, (x, y, z) -> z == 0 && x * x + y * y < 200),
                DosiomicsSettings.DEFAULT.withImageTypes(threeTypes())),
            dose);
    FeatureVector border =
        update(
            prepared(DosePhantoms.region(GRID, (x, y, z) -> x < -20), DosiomicsSettings.DEFAULT),
            dose);

    assertTrue(slice.number("original_glcm_Contrast").isPresent());
    assertTrue(slice.number("spatial_GradientMeanGyPerMm").isPresent());
    assertTrue(border.number("original_glszm_ZoneEntropy").isPresent());
    assertTrue(border.number("spatial_Outside0To3MmMeanGy").isPresent());
  }

  @Test
  void quantitiesAreToldApartByName() {
    DosiomicsRegion region = prepared(ball(GRID, 20), DosiomicsSettings.DEFAULT);
    DosiomicsResult result =
        region.update(DosePhantoms.plan(GRID, 0), executor, new NullProgressMonitor());

    assertEquals(
        result.features().number("dvh_MeanGy"),
        result.named(DoseQuantity.EQD2).number("eqd2_dvh_MeanGy"));
  }

  @Test
  void anotherGridIsRefused() {
    DosiomicsRegion region = prepared(ball(GRID, 20), DosiomicsSettings.DEFAULT);
    DoseGrid other = DosePhantoms.plan(DosePhantoms.cubes(5, 5, 5, 2), 0);

    assertThrows(IllegalArgumentException.class, () -> update(region, other));
  }

  @Test
  void anUnknownImageTypeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            prepared(
                ball(GRID, 20),
                DosiomicsSettings.DEFAULT.withImageTypes(Map.of("Magic", Settings.empty()))));
  }

  @Test
  void stopsWhenCancelled() {
    DosiomicsRegion region = prepared(ball(GRID, 20), DosiomicsSettings.DEFAULT);
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> region.update(DosePhantoms.plan(GRID, 0), executor, monitor));
  }
}
