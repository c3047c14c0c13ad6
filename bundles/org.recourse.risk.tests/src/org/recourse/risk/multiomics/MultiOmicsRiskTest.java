/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineDescription;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceEngine;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.radiomics.ListedFeatureCatalogue;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.filter.FilterDescription;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskPatient;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskValue;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.StructureDose;

/** The way from a case to a score, with an engine whose answer is known: mean dose / 100 Gy. */
class MultiOmicsRiskTest {

  private static final NetworkSize SIZE = new NetworkSize(8, 8, 6);
  private static final GridGeometry GRID =
      new GridGeometry(30, 30, 30, new Vector3(-29, -29, -29), new Vector3(2, 2, 2));
  private static final String ENGINE = "test.engine";
  private static final String FEATURE = "T1/original_test_Value";

  @TempDir Path folder;

  @Test
  void aSyntheticCaseGetsALabelledScoreThatFollowsTheDose()
      throws IOException, ModelPackageException {
    MultiOmicsRisk model = model(true, true);

    RiskResult.Assessed low = assessed(model, input(true, 40));
    RiskResult.Assessed high = assessed(model, input(true, 80));

    double lowScore = ((RiskValue.Score) low.value()).score();
    double highScore = ((RiskValue.Score) high.value()).score();
    assertEquals(2 * lowScore, highScore, 1e-6);
    assertTrue(low.reasons().getFirst().startsWith("Demonstration"), low.reasons().toString());
    assertTrue(low.inDomain());
    assertFalse(model.description().calibrated());
  }

  @Test
  void aModelWithoutDoseIsConstantUnderEditsOfTheDose() throws IOException, ModelPackageException {
    MultiOmicsRisk model = model(true, false);

    RiskResult.Assessed low = assessed(model, input(true, 40));
    RiskResult.Assessed high = assessed(model, input(true, 80));

    assertEquals(low.value(), high.value());
    assertFalse(model.description().planDependent());
  }

  @Test
  void aRealCaseGetsNothingUnlessDemonstrationIsOn() throws IOException, ModelPackageException {
    RiskResult withheld = model(true, true).assess(input(false, 40), new NullProgressMonitor());

    RiskResult.NotApplicable none = assertInstanceOf(RiskResult.NotApplicable.class, withheld);
    assertTrue(none.outsideDomain().getFirst().contains("synthetic"));

    MultiOmicsRisk shown = new MultiOmicsRisk(source("shown", true, true), memory(2), () -> true);
    assertInstanceOf(RiskValue.Score.class, assessed(shown, input(false, 40)).value());
  }

  @Test
  void aCaseUnlikeTheTrainingDataIsOutsideOfTheDomain() throws IOException, ModelPackageException {
    var model = new MultiOmicsRisk(source("far", true, true), memory(50), () -> false);
    RiskResult.Assessed far = assessed(model, input(true, 40));

    assertFalse(far.inDomain());
    assertTrue(far.findings().getFirst().text().contains("outside the domain"));
  }

  @Test
  void whatIsMissingIsNamed() throws IOException, ModelPackageException {
    RiskInput whole = input(true, 40);
    var without =
        new RiskInput(
            whole.patient(), whole.courses(), List.of(), whole.parameters(), true, whole.voxels());

    RiskResult.NotApplicable lacking =
        assertInstanceOf(
            RiskResult.NotApplicable.class,
            model(true, true).assess(without, new NullProgressMonitor()));
    assertTrue(lacking.lacks().getFirst().contains("PTVnx"), lacking.lacks().toString());
  }

  private static RiskResult.Assessed assessed(MultiOmicsRisk model, RiskInput input) {
    return assertInstanceOf(
        RiskResult.Assessed.class, model.assess(input, new NullProgressMonitor()));
  }

  private MultiOmicsRisk model(boolean synthetic, boolean dose)
      throws IOException, ModelPackageException {
    return new MultiOmicsRisk(source("package", synthetic, dose), memory(2), () -> false);
  }

  private PackageModel source(String name, boolean synthetic, boolean dose)
      throws IOException, ModelPackageException {
    Path place = folder.resolve(name);
    new ModelPackageWriter()
        .write(
            place,
            files -> description(files, synthetic, dose),
            Map.of(
                FileRole.CARD,
                "# Test".getBytes(StandardCharsets.UTF_8),
                FileRole.PARAMETERS,
                new byte[] {1}));
    var entry = new EngineEntry(ENGINE, "Test engine", "test");
    return PackageModel.of(
        place,
        new ContributedEngineCatalogue(
            List.of(new EngineContribution(entry, MeanDoseEngine::new))));
  }

  private static ModelDescription description(
      List<PackageFile> files, boolean synthetic, boolean dose) {
    var features =
        new TensorSpecification(
            NetworkTensors.FEATURES,
            TensorSpecification.Role.FEATURES,
            TensorShape.of(1, 1),
            "1",
            "row",
            "scaled");
    var volume =
        new TensorSpecification(
            NetworkTensors.DOSE,
            TensorSpecification.Role.DOSE,
            SIZE.doseShape(),
            "Gy",
            "z, y, x",
            "cut out");
    return new ModelDescription(
        new ModelIdentity("test.risk", "1.0.0", "Test risk", "EPL-2.0"),
        "test",
        "Tests only",
        dose ? List.of(volume, features) : List.of(features),
        List.of(
            new TensorSpecification(
                NetworkTensors.SCORE,
                TensorSpecification.Role.SCORE,
                TensorShape.of(1, 1),
                "1",
                "row",
                "none")),
        new DoseConditions(
            new DoseQuantity.Physical(), 2, 2, 2, new ValueRange(20, 40), new ValueRange(1, 4)),
        new TrainingData("made up", synthetic, 10, 3),
        Optional.empty(),
        List.of(new FeatureScaling(FEATURE, "1", 0, 2)),
        new ValidityDomain(new ValueRange(0, 100), 3),
        files);
  }

  private static RiskInput input(boolean synthetic, double doseGy) {
    var course =
        new RiskCourse(
            "planned", false, false, OptionalDouble.of(60), "PTVnx", OptionalInt.of(30), List.of());
    var target =
        new RiskStructure(
            "PTV_nx",
            "",
            RiskStructure.Kind.PTV,
            (tissue, monitor) -> new StructureDose.Unknown(List.of("not asked for")));
    return new RiskInput(
        RiskPatient.UNKNOWN,
        List.of(course),
        List.of(target),
        RiskParameterValues.DEFAULTS,
        synthetic,
        Optional.of(new Voxels(dose(doseGy), target(), image())));
  }

  private record Voxels(DoseGrid dose, ContourSet target, ImageVolume image) implements RiskVoxels {

    @Override
    public Optional<DoseGrid> plannedDose() {
      return Optional.of(dose);
    }

    @Override
    public Optional<ContourSet> contours(String structureName, IProgressMonitor monitor) {
      return Optional.of(target);
    }

    @Override
    public Optional<PlacedImage> image(MrSequence sequence, IProgressMonitor monitor) {
      return Optional.of(new PlacedImage(image, AffineTransform.IDENTITY));
    }
  }

  private static DoseGrid dose(double doseGy) {
    DoseGrid.Builder builder = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    Arrays.fill(slice, (float) doseGy);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Intensities that vary, since a normalisation needs it. */
  private static ImageVolume image() {
    ImageVolume.Builder builder = ImageVolume.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = i % 17;
    }
    for (int z = 0; z < GRID.sizeZ(); z++) {
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** A box of 12 x 12 x 8 mm. */
  private static ContourSet target() {
    return new ContourSet(
        List.of(-4.0, -2.0, 0.0, 2.0, 4.0).stream()
            .map(z -> PlanarContour.of(new double[] {-6, -6, z, 6, -6, z, 6, 6, z, -6, 6, z}))
            .toList());
  }

  /** One feature whose value is given. */
  private static TargetMemory memory(double feature) {
    return new TargetMemory(
        new ListedFeatureCatalogue(List.of(new GivenValue(feature)), List.of(new WholeImage())));
  }

  private record GivenValue(double value) implements FeatureFamily {

    @Override
    public FamilyDescription description() {
      return new FamilyDescription(
          "test", "Test", "1", List.of("Value"), Set.of(), true, List.of(), "made up");
    }

    @Override
    public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
      return FeatureVector.builder().put("Value", value).build();
    }
  }

  private static final class WholeImage implements ImageFilter {

    @Override
    public FilterDescription description() {
      return new FilterDescription("Original", "Original", "1", List.of(), "made up");
    }

    @Override
    public void apply(
        VoxelBlock image,
        Region region,
        Settings settings,
        FilterSink sink,
        IProgressMonitor monitor) {
      sink.image("original", image);
    }
  }

  /** Score: mean dose of the volume over 100 Gy, or a half without dose. */
  private static final class MeanDoseEngine implements InferenceEngine {

    @Override
    public EngineDescription description() {
      return new EngineDescription(
          ENGINE, "Test engine", Set.of("test"), Set.of(Capability.FORWARD));
    }

    @Override
    public EngineState state() {
      return new EngineState.Ready("1", List.of(Device.CPU), List.of());
    }

    @Override
    public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor) {
      return new MeanDose(model.description());
    }
  }

  private record MeanDose(ModelDescription description) implements LoadedModel {

    @Override
    public Set<Capability> capabilities() {
      return EnumSet.of(Capability.FORWARD);
    }

    @Override
    public Device device() {
      return Device.CPU;
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }

    @Override
    public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) {
      double score = 0.5;
      if (inputs.tensors().containsKey(NetworkTensors.DOSE)) {
        double sum = 0;
        for (float value : inputs.tensor(NetworkTensors.DOSE).toArray()) {
          sum += value;
        }
        score = sum / SIZE.doseShape().valueCount() / 100;
      }
      return new NamedTensors(
          Map.of(NetworkTensors.SCORE, Tensor.of(TensorShape.of(1, 1), (float) score)));
    }

    @Override
    public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) {
      throw new UnsupportedOperationException("no gradient");
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
