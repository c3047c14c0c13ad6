/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** No setting is read and then ignored in silence. */
class SettingsUseTest {

  /** Read by the extractor itself; each has a test of what it does. */
  private static final EnumSet<SettingKey> OF_THE_EXTRACTION =
      EnumSet.of(
          SettingKey.MINIMUM_ROI_DIMENSIONS,
          SettingKey.MINIMUM_ROI_SIZE,
          SettingKey.GEOMETRY_TOLERANCE,
          SettingKey.CORRECT_MASK,
          SettingKey.NORMALIZE,
          SettingKey.NORMALIZE_SCALE,
          SettingKey.REMOVE_OUTLIERS,
          SettingKey.RESAMPLED_PIXEL_SPACING,
          SettingKey.INTERPOLATOR,
          SettingKey.PAD_DISTANCE,
          SettingKey.RESEGMENT_RANGE,
          SettingKey.RESEGMENT_MODE,
          SettingKey.RESEGMENT_SHAPE,
          SettingKey.PRE_CROP);

  /** Answered with a finding; see RegionAlignmentTest. */
  private static final EnumSet<SettingKey> ANSWERED =
      EnumSet.of(SettingKey.LABEL, SettingKey.LABEL_CHANNEL, SettingKey.ADDITIONAL_INFO);

  /** For feature maps, in the section voxelSetting. */
  private static final EnumSet<SettingKey> OF_MAPS =
      EnumSet.of(
          SettingKey.KERNEL_RADIUS,
          SettingKey.MASKED_KERNEL,
          SettingKey.INIT_VALUE,
          SettingKey.VOXEL_BATCH);

  @Test
  void everySettingIsUsedOrAnswered() {
    EnumSet<SettingKey> known = EnumSet.copyOf(OF_THE_EXTRACTION);
    known.addAll(ANSWERED);
    known.addAll(OF_MAPS);
    BuiltInFeatures.catalogue()
        .families()
        .forEach(family -> known.addAll(family.description().settings()));
    BuiltInFeatures.catalogue()
        .filters()
        .forEach(filter -> known.addAll(filter.description().settings()));
    assertEquals(EnumSet.allOf(SettingKey.class), known);
  }

  @Test
  void voxelSettingsAreKeptApartAndAnswered() throws ParameterFileException {
    ExtractionParameters parameters =
        read(
            "voxelSetting: {kernelRadius: 2, maskedKernel: true}\n"
                + "featureClass: {shape: [MeshVolume]}");
    assertEquals(2, parameters.voxelSettings().integer("kernelRadius", 0));
    ExtractionResult result = extract(parameters);
    assertEquals("voxelSetting", result.findings().get(0).affected());
    assertThrows(ParameterFileException.class, () -> read("setting: {kernelRadius: 2}"));
    assertThrows(ParameterFileException.class, () -> read("voxelSetting: {binWidth: 2}"));
  }

  @Test
  void filtersOfIbsiAreReachedFromAParameterFile() throws ParameterFileException {
    ExtractionResult result =
        extract(
            read(
                """
                imageType:
                  MeanIBSI: {meanSupport: 3, filterBoundary: nearest}
                  LoGIBSI: {sigma: [2.0]}
                  Laws: {lawsKernels: E3L5S3, rotationPooling: maximum, lawsEnergyDistance: 1}
                  Gabor: {gaborSigmaMm: 2.0, gaborWavelengthMm: 3.0, gaborOrthogonalPlanes: true}
                  WaveletIBSI: {wavelet: db2, waveletBands: LLH}
                  Simoncelli: {level: 1}
                  Riesz: {rieszOrder: [0, 1, 0], rieszSteeringSigmaMm: 2.0}
                featureClass:
                  firstorder: [Mean]
                """));
    assertEquals(List.of(), result.findings());
    assertEquals(
        List.of(
            "mean-3-3D_firstorder_Mean",
            "logibsi-sigma-2-0-mm-3D_firstorder_Mean",
            "laws-E3L5S3-maximum-energy-1_firstorder_Mean",
            "gabor-sigma-2-0-mm-wavelength-3-0-mm-planes_firstorder_Mean",
            "waveletibsi-db2-LLH-level1_firstorder_Mean",
            "simoncelli-level1-3D_firstorder_Mean",
            "riesz-steered-1-sigma-2-0-mm-level1-3D_firstorder_Mean"),
        List.copyOf(result.features().names()));
  }

  /** One level per voxel value of a range far too wide: texture fails, the rest is computed. */
  @Test
  void tooManyGreyLevelsAreAFindingForEachClass() throws ParameterFileException {
    ExtractionResult result =
        extract(
            read(
                "setting: {binWidth: 0.00001}\n"
                    + "featureClass: {firstorder: [Mean, Entropy], glszm: [ZoneEntropy]}"));
    assertTrue(result.features().number("original_firstorder_Mean").isPresent());
    assertTrue(result.features().number("original_firstorder_Entropy").isPresent());
    assertTrue(result.features().number("original_glszm_ZoneEntropy").isEmpty());
    assertEquals("glszm", result.findings().get(0).affected());
    assertTrue(result.findings().get(0).text().contains("larger binWidth"));
  }

  private static ExtractionParameters read(String text) throws ParameterFileException {
    return new ParameterFile().read(new StringReader(text));
  }

  private static ExtractionResult extract(ExtractionParameters parameters) {
    var grid = new GridGeometry(8, 7, 6, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    byte[] all = new byte[grid.voxelCount()];
    Arrays.fill(all, (byte) 1);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new FeatureExtractor(BuiltInFeatures.catalogue())
          .extract(
              VoxelBlock.ofFloat64(grid, new Random(2).doubles(all.length, -1, 1).toArray()),
              Region.of(grid, all),
              parameters,
              executor,
              new NullProgressMonitor());
    }
  }

  /** Settings of image types stay with their type. */
  @Test
  void removedSettingsAreGone() {
    Settings settings = Settings.empty().with("label", 2).with("binWidth", 3);
    assertEquals(Map.of("binWidth", 3.0), settings.without("label").asMap());
  }
}
