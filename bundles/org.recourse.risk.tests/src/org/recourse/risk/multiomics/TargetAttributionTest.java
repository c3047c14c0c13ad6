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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.prediction.DomainVerdict;
import org.recourse.inference.prediction.PredictionRule;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/** Attribution of a score whose gradient is known: s = mean of x² / 10000 Gy². */
class TargetAttributionTest {

  private static final NetworkSize SIZE = new NetworkSize(2, 2, 2);
  private static final GridGeometry GRID =
      new GridGeometry(2, 2, 2, new Vector3(0, 0, 0), new Vector3(4, 4, 4));
  private static final double DOSE_GY = 60;
  private static final double SCALE = 8 * 10000;

  @Test
  void theGradientIsShownInsideOfTheTargetOnly() throws InferenceException {
    VoxelAttribution.Attributed shown =
        attributed(new Squares(true), VoxelAttribution.Method.GRADIENT, List.of());

    assertEquals(2 * DOSE_GY / SCALE, value(shown.values(), 0), 1e-7);
    assertTrue(Double.isNaN(value(shown.values(), 1)), "outside of the target nothing counts");
    assertTrue(shown.label().startsWith("Demonstration"), shown.label());
  }

  @Test
  void integratedGradientsAddUpToTheScore() throws InferenceException {
    VoxelAttribution.Attributed shown =
        attributed(new Squares(true), VoxelAttribution.Method.INTEGRATED_GRADIENTS, List.of());

    assertEquals(DOSE_GY * DOSE_GY / SCALE, value(shown.values(), 0), 1e-6);
    assertTrue(shown.findings().isEmpty(), shown.findings().toString());
  }

  @Test
  void reservationsOfTheDomainAreShownWithTheVolume() throws InferenceException {
    var unlike = Finding.warning("Unlike the training data.", "test");
    VoxelAttribution.Attributed shown =
        attributed(new Squares(true), VoxelAttribution.Method.GRADIENT, List.of(unlike));

    assertTrue(shown.findings().contains(unlike));
  }

  @Test
  void aNetworkWithoutGradientSaysSo() throws InferenceException {
    VoxelAttribution none =
        attribute(
            new Squares(false), VoxelAttribution.Method.GRADIENT, new DomainVerdict.Inside(0));

    VoxelAttribution.NotAvailable reason =
        assertInstanceOf(VoxelAttribution.NotAvailable.class, none);
    assertTrue(reason.sentence().contains("no gradient"), reason.sentence());
  }

  @Test
  void aModelOfSyntheticPatientsShowsNothingForOthers() throws InferenceException {
    VoxelAttribution none =
        new TargetAttribution(new Squares(true), new PredictionRule(false, false))
            .of(
                VoxelAttribution.Method.GRADIENT,
                inputs(),
                new DomainVerdict.Inside(0),
                firstVoxel(),
                new NullProgressMonitor());

    assertInstanceOf(VoxelAttribution.NotAvailable.class, none);
  }

  private static VoxelAttribution.Attributed attributed(
      LoadedModel network, VoxelAttribution.Method method, List<Finding> unlike)
      throws InferenceException {
    DomainVerdict verdict =
        unlike.isEmpty() ? new DomainVerdict.Inside(0) : new DomainVerdict.Outside(9, unlike);
    return assertInstanceOf(VoxelAttribution.Attributed.class, attribute(network, method, verdict));
  }

  private static VoxelAttribution attribute(
      LoadedModel network, VoxelAttribution.Method method, DomainVerdict verdict)
      throws InferenceException {
    return new TargetAttribution(network, new PredictionRule(true, false))
        .of(method, inputs(), verdict, firstVoxel(), new NullProgressMonitor());
  }

  private static NamedTensors inputs() {
    return new NamedTensors(
        Map.of(
            NetworkTensors.DOSE,
            Tensor.filled(SIZE.doseShape(), (float) DOSE_GY),
            NetworkTensors.FEATURES,
            Tensor.filled(TensorShape.of(1, 32), 0)));
  }

  private static Mask firstVoxel() {
    var slice = new BitSet();
    slice.set(0);
    return Mask.builder(GRID).slice(0, slice).build();
  }

  private static double value(VoxelValues values, int index) {
    return values.valueAt(index, 0, 0);
  }

  private record Squares(boolean withGradient) implements LoadedModel {

    @Override
    public ModelDescription description() {
      NetworkLayout layout = NetworkLayout.STANDARD;
      return new ModelDescription(
          new ModelIdentity("test.squares", "1.0.0", "Squares", "EPL-2.0"),
          "test",
          "Tests only",
          NetworkTensors.inputs(SIZE, layout, "none"),
          NetworkTensors.outputs(SIZE, layout),
          new DoseConditions(
              new DoseQuantity.Physical(), 4, 4, 4, new ValueRange(20, 40), new ValueRange(1, 4)),
          new TrainingData("made up", true, 10, 3),
          Optional.empty(),
          IntStream.range(0, 32).mapToObj(i -> new FeatureScaling("T1/f" + i, "1", 0, 1)).toList(),
          new ValidityDomain(new ValueRange(0, 100), 3),
          List.of(
              new PackageFile("MODEL_CARD.md", FileRole.CARD, 1, "0".repeat(64)),
              new PackageFile("network.parameters", FileRole.PARAMETERS, 1, "0".repeat(64))));
    }

    @Override
    public Set<Capability> capabilities() {
      return withGradient
          ? EnumSet.of(Capability.FORWARD, Capability.GRADIENT)
          : EnumSet.of(Capability.FORWARD);
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
      double sum = 0;
      for (float x : inputs.tensor(NetworkTensors.DOSE).toArray()) {
        sum += (double) x * x / SCALE;
      }
      return new NamedTensors(
          Map.of(NetworkTensors.SCORE, Tensor.of(NetworkTensors.SCORE_SHAPE, (float) sum)));
    }

    @Override
    public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) {
      float[] values = inputs.tensor(NetworkTensors.DOSE).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (2 * values[i] / SCALE);
      }
      return new ScoreGradient(
          run(inputs, monitor).tensor(NetworkTensors.SCORE).at(0),
          Tensor.of(SIZE.doseShape(), values));
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
