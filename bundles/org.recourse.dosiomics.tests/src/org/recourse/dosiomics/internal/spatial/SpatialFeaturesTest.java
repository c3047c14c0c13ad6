/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.dosiomics.DosePhantoms;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;

/** The worked examples of the spatial features, closed forms and degenerate cases. */
class SpatialFeaturesTest {

  /** Doses are single precision numbers of some 10 Gy. */
  private static final double TOLERANCE = 1e-4;

  private static FeatureVector features(DoseGrid dose, Region region, DosiomicsSettings settings) {
    return new SpatialFeatures(settings)
        .compute(SpatialRegion.of(region, settings.bandLimitsMm()), dose);
  }

  private static FeatureVector features(DoseGrid dose, Region region) {
    return features(dose, region, DosiomicsSettings.DEFAULT);
  }

  private static Region everything(GridGeometry grid) {
    return DosePhantoms.region(grid, (x, y, z) -> true);
  }

  private static double number(FeatureVector vector, String name) {
    return vector.number("spatial_" + name).orElseThrow(() -> new AssertionError(name));
  }

  private static FeatureValue value(FeatureVector vector, String name) {
    return vector.find("spatial_" + name).orElseThrow(() -> new AssertionError(name));
  }

  @Test
  void aLinearDoseHasTheSameGradientEverywhere() {
    GridGeometry grid = DosePhantoms.cubes(9, 8, 7, 2);
    DoseGrid dose = DosePhantoms.dose(grid, (x, y, z) -> 20 + 2 * x - z);
    FeatureVector vector =
        features(dose, DosePhantoms.region(grid, (x, y, z) -> x > 3 && x < 12 && z > 3));

    assertEquals(Math.sqrt(5), number(vector, "GradientMeanGyPerMm"), TOLERANCE);
    assertEquals(Math.sqrt(5), number(vector, "GradientMaximumGyPerMm"), TOLERANCE);
    assertEquals(Math.sqrt(5), number(vector, "Gradient90PercentileGyPerMm"), TOLERANCE);
    assertEquals(Math.sqrt(5), number(vector, "GradientSurfaceMeanGyPerMm"), TOLERANCE);
    assertEquals(0, number(vector, "GradientStandardDeviationGyPerMm"), TOLERANCE);
    assertEquals(2, number(vector, "GradientLeftRightMeanGyPerMm"), TOLERANCE);
    assertEquals(0, number(vector, "GradientPosteriorAnteriorMeanGyPerMm"), TOLERANCE);
    assertEquals(1, number(vector, "GradientSuperiorInferiorMeanGyPerMm"), TOLERANCE);
  }

  @Test
  void gradientsAreAlongThePatientOnAnObliqueGrid() {
    var turned =
        new Axes(new Vector3(0.6, 0.8, 0), new Vector3(-0.8, 0.6, 0), new Vector3(0, 0, 1));
    var grid = new GridGeometry(6, 6, 5, new Vector3(5, -3, 1), new Vector3(1.5, 2, 3), turned);
    DoseGrid dose = DosePhantoms.dose(grid, (x, y, z) -> 30 + 2 * x + 0.5 * y);
    FeatureVector vector = features(dose, everything(grid));

    assertEquals(2, number(vector, "GradientLeftRightMeanGyPerMm"), TOLERANCE);
    assertEquals(0.5, number(vector, "GradientPosteriorAnteriorMeanGyPerMm"), TOLERANCE);
    assertEquals(Math.hypot(2, 0.5), number(vector, "GradientMeanGyPerMm"), TOLERANCE);
  }

  @Test
  void twoVoxelsPullTheCentroid() {
    DoseGrid dose = DosePhantoms.row(4, 10, 30);
    FeatureVector vector = features(dose, everything(dose.geometry()));

    assertEquals(1, number(vector, "CentroidOffsetMm"), TOLERANCE);
    assertEquals(1, number(vector, "CentroidOffsetLeftMm"), TOLERANCE);
    assertEquals(0, number(vector, "CentroidOffsetPosteriorMm"), TOLERANCE);
    assertEquals(Math.sqrt(3), number(vector, "SpreadLeftRightMm"), TOLERANCE);
    assertEquals(4 * Math.sqrt(3), number(vector, "MajorAxisLengthMm"), TOLERANCE);
    assertEquals(0, number(vector, "Elongation"), TOLERANCE);
    assertEquals(0, number(vector, "MainAxisAngleRad"), TOLERANCE);
    // Σ w (x − x̄)³ = (1/4)(−3)³ + (3/4)·1³ = −6 of σ³ = 3√3
    assertEquals(-6 / Math.pow(3, 1.5), number(vector, "SkewnessLeft"), TOLERANCE);
    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO),
        value(vector, "CorrelationLeftPosterior"));
  }

  @Test
  void theMainAxisOfTheDoseTurns() {
    GridGeometry grid = DosePhantoms.cubes(11, 5, 3, 1);
    DoseGrid dose =
        DosePhantoms.dose(grid, (x, y, z) -> x > 3.5 && x < 6.5 ? 10 : 0); // 3 x 5 x 3 stays
    FeatureVector vector = features(dose, everything(grid));

    assertEquals(Math.PI / 2, number(vector, "MainAxisAngleRad"), TOLERANCE);
    assertEquals(Math.sqrt(2.0 / 3 / 2), number(vector, "Elongation"), TOLERANCE); // (n²−1)/12
  }

  @Test
  void withoutDoseNothingLiesAnywhere() {
    GridGeometry grid = DosePhantoms.cubes(3, 3, 3, 1);
    FeatureVector vector = features(DosePhantoms.dose(grid, (x, y, z) -> 0), everything(grid));

    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO), value(vector, "CentroidOffsetMm"));
    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO),
        value(vector, "HotSpot107PercentOfMedianCount"));
    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO), value(vector, "AsymmetryLeftRight"));
    assertEquals(0, number(vector, "GradientMeanGyPerMm"));
  }

  @Test
  void spotsOfTheWorkedExample() {
    DoseGrid dose = DosePhantoms.row(10, 70, 60, 60, 70, 70, 60, 50);
    FeatureVector vector = features(dose, everything(dose.geometry()));

    assertEquals(2, number(vector, "HotSpot107PercentOfMedianCount"));
    assertEquals(3, number(vector, "HotSpot107PercentOfMedianVolumeCm3"), TOLERANCE);
    assertEquals(300.0 / 7, number(vector, "HotSpot107PercentOfMedianVolumePercent"), TOLERANCE);
    assertEquals(2, number(vector, "HotSpot107PercentOfMedianLargestCm3"), TOLERANCE);
    assertEquals(1, number(vector, "ColdSpot95PercentOfMedianCount"));
    assertEquals(1, number(vector, "ColdSpot95PercentOfMedianVolumeCm3"), TOLERANCE);
  }

  @Test
  void spotsTouchAtCornersAndStayInsideTheRegion() {
    GridGeometry grid = DosePhantoms.cubes(4, 4, 1, 10);
    DoseGrid dose = DosePhantoms.dose(grid, (x, y, z) -> x == y ? 80 : 60);
    DosiomicsSettings settings = DosiomicsSettings.DEFAULT.withReferenceGy(60);
    FeatureVector whole = features(dose, everything(grid), settings);
    FeatureVector cut = features(dose, DosePhantoms.region(grid, (x, y, z) -> x != 10), settings);

    assertEquals(1, number(whole, "HotSpot107PercentOfReferenceCount"));
    assertEquals(2, number(cut, "HotSpot107PercentOfReferenceCount"));
    assertEquals(2, number(cut, "HotSpot107PercentOfReferenceLargestCm3"), TOLERANCE);
  }

  @Test
  void surfaceAndBandsOfTheWorkedExample() {
    DoseGrid dose = DosePhantoms.row(2, 0, 1, 2, 3, 4, 3, 2, 1, 0);
    FeatureVector vector =
        features(dose, DosePhantoms.region(dose.geometry(), (x, y, z) -> x > 3 && x < 13));

    assertEquals(2.8, number(vector, "SurfaceMeanGy"), TOLERANCE);
    assertEquals(1, number(vector, "Outside0To3MmMeanGy"), TOLERANCE);
    assertEquals(0, number(vector, "Outside3To6MmMeanGy"), TOLERANCE);
    assertEquals(2, number(vector, "Inside0To3MmMaximumGy"), TOLERANCE); // the two end voxels
    assertEquals(10.0 / 3, number(vector, "Inside3To6MmMeanGy"), TOLERANCE);
    assertEquals(
        new FeatureValue.Undefined(Reason.EMPTY_REGION), value(vector, "Inside6To10MmMeanGy"));
  }

  @Test
  void bandsAroundASphereFollowTheRadius() {
    GridGeometry grid = DosePhantoms.cubes(41, 41, 41, 1);
    DosePhantoms.Field radius =
        (x, y, z) -> Math.sqrt((x - 20) * (x - 20) + (y - 20) * (y - 20) + (z - 20) * (z - 20));
    DoseGrid dose = DosePhantoms.dose(grid, (x, y, z) -> radius.at(x, y, z));
    FeatureVector vector =
        features(dose, DosePhantoms.region(grid, (x, y, z) -> radius.at(x, y, z) <= 9.5));

    // distances are between voxel centres, so a band may be off by one voxel diagonal
    assertEquals(11, number(vector, "Outside0To3MmMeanGy"), 1);
    assertEquals(14, number(vector, "Outside3To6MmMeanGy"), 1);
    assertEquals(8, number(vector, "Inside0To3MmMeanGy"), 1);
    assertTrue(number(vector, "Outside6To10MmMaximumGy") <= 19.5 + TOLERANCE);
    assertEquals(9.3, number(vector, "SurfaceMaximumGy"), 0.25);
  }

  @Test
  void asymmetryOfTheWorkedExample() {
    DoseGrid dose = DosePhantoms.row(2, 10, 10, 30, 30);
    FeatureVector vector = features(dose, everything(dose.geometry()));

    assertEquals(0.5, number(vector, "AsymmetryLeftRight"), TOLERANCE);
    assertEquals(0, number(vector, "AsymmetryPosteriorAnterior"), TOLERANCE); // all in the plane
  }

  @Test
  void conformityOfTheWorkedExample() {
    double[] doses = new double[40];
    for (int i = 0; i < doses.length; i++) {
      doses[i] = i < 9 ? 60 : i == 9 ? 59 : i < 13 ? 61 : i < 36 ? 30 : 5;
    }
    DoseGrid dose = DosePhantoms.row(10, doses);
    FeatureVector vector =
        features(
            dose,
            DosePhantoms.region(dose.geometry(), (x, y, z) -> x < 95),
            DosiomicsSettings.DEFAULT.withReferenceGy(60));

    assertEquals(81.0 / 120, number(vector, "ConformityPaddick"), TOLERANCE);
    assertEquals(1.2, number(vector, "ConformityRtog"), TOLERANCE);
    assertEquals(3, number(vector, "GradientIndex"), TOLERANCE);
    assertEquals(0.9, number(vector, "CoverageFraction"), TOLERANCE);
  }

  @Test
  void aReferenceThatNothingReceivesHasNoConformity() {
    DoseGrid dose = DosePhantoms.row(10, 1, 2, 3);
    FeatureVector vector =
        features(dose, everything(dose.geometry()), DosiomicsSettings.DEFAULT.withReferenceGy(60));

    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO), value(vector, "ConformityPaddick"));
    assertEquals(0, number(vector, "CoverageFraction"));
  }

  @Test
  void oneVoxelOfAGridOfOneVoxel() {
    GridGeometry grid = DosePhantoms.cubes(1, 1, 1, 2);
    FeatureVector vector = features(DosePhantoms.dose(grid, (x, y, z) -> 20), everything(grid));

    assertEquals(0, number(vector, "GradientMeanGyPerMm"));
    assertEquals(20, number(vector, "SurfaceMeanGy"));
    assertEquals(0, number(vector, "CentroidOffsetMm"));
    assertEquals(
        new FeatureValue.Undefined(Reason.EMPTY_REGION), value(vector, "Outside0To3MmMeanGy"));
    assertEquals(
        new FeatureValue.Undefined(Reason.TOO_FEW_DIMENSIONS), value(vector, "MainAxisAngleRad"));
  }

  @Test
  void everyFeatureHasItsDefinitionAtItsPlace() {
    DoseGrid dose = DosePhantoms.row(10, 1, 2, 3);
    for (DosiomicsSettings settings :
        List.of(DosiomicsSettings.DEFAULT, DosiomicsSettings.DEFAULT.withReferenceGy(2))) {
      List<String> defined =
          new SpatialFeatures(settings).definitions().stream().map(DoseFeature::name).toList();
      FeatureVector vector = features(dose, everything(dose.geometry()), settings);

      assertEquals(defined, List.copyOf(vector.names()));
    }
  }
}
