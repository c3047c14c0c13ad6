/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.TrainingCase;
import org.recourse.learning.pipeline.NotFittedException;

class NetworkRiskTest {

  private static final int FRACTIONS = 30;
  private static final IProgressMonitor NOBODY = new NullProgressMonitor();

  /** The scores are floats; the difference of two rests on about four digits. */
  private static final double RELATIVE_TOLERANCE = 2e-3;

  /** A member whose score is the logistic function of a quadratic form of the dose it is given. */
  private record QuadraticMember(ModelDescription description, double scale)
      implements LoadedModel {

    private static double weight(int voxel) {
      return 1e-5 * Math.sin(voxel);
    }

    private double logit(Tensor dose) {
      double sum = 0;
      for (int i = 0; i < dose.shape().valueCount(); i++) {
        double x = dose.at(i);
        sum += scale * weight(i) * x * (1 + x / 100);
      }
      return sum;
    }

    @Override
    public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) {
      double score = 1 / (1 + Math.exp(-logit(inputs.tensor(NetworkTensors.DOSE))));
      return new NamedTensors(
          Map.of(NetworkTensors.SCORE, Tensor.of(NetworkTensors.SCORE_SHAPE, (float) score)));
    }

    @Override
    public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) {
      Tensor dose = inputs.tensor(NetworkTensors.DOSE);
      double score = 1 / (1 + Math.exp(-logit(dose)));
      float[] perUnit = new float[dose.shape().valueCount()];
      for (int i = 0; i < perUnit.length; i++) {
        double inner = scale * weight(i) * (1 + dose.at(i) / 50);
        perUnit[i] = (float) (score * (1 - score) * inner);
      }
      return new ScoreGradient(score, Tensor.of(dose.shape(), perUnit));
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.FORWARD, Capability.GRADIENT);
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
    public void close() {}
  }

  private static ModelDescription description() {
    var random = new Random(3);
    List<TrainingCase> cases =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    new TrainingCase(
                        "p" + i,
                        Optional.of(Tensor.filled(PatientInputs.SIZE.doseShape(), 60)),
                        random.doubles(PatientInputs.featureNames().size()).toArray(),
                        i % 3 == 0))
            .toList();
    var card = new PackageFile("MODEL_CARD.md", FileRole.CARD, 1, "0".repeat(64));
    return new MemberDescription("member-1-network-1", cases, FeaturePreparation.fit(cases))
        .of(List.of(card));
  }

  private static NetworkRisk risk(List<List<LoadedModel>> members) throws NotFittedException {
    var random = new Random(5);
    int count = PatientInputs.featureNames().size();
    double[][] features =
        IntStream.range(0, 60)
            .mapToObj(i -> random.doubles(count).toArray())
            .toArray(double[][]::new);
    double[][] plans =
        IntStream.range(0, 60)
            .mapToObj(i -> random.doubles(PlanTraits.NAMES.size()).toArray())
            .toArray(double[][]::new);
    var ensemble = new NetworkEnsemble(members);
    var geometry = new GridGeometry(30, 30, 20, Vector3.ZERO, new Vector3(4, 4, 4));
    return new NetworkRisk(
        ensemble,
        KnownPatients.of(PatientInputs.featureNames(), features, plans),
        new PatientInputs(features[0], Mask.builder(geometry).build()));
  }

  @Test
  void gradientPerGyOfPhysicalDoseIsThatOfDifferences() throws NotFittedException {
    ModelDescription description = description();
    NetworkRisk risk =
        risk(
            List.of(
                List.of(new QuadraticMember(description, 1)),
                List.of(
                    new QuadraticMember(description, 2), new QuadraticMember(description, -3))));
    float[] doseGy = new float[PatientInputs.SIZE.doseShape().valueCount()];
    var random = new Random(7);
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] = 55 + 10 * random.nextFloat();
    }

    NetworkEnsemble.Slope slope = risk.slopePerGy(doseGy, FRACTIONS, NOBODY);
    double[] perGy = slope.perUnit();

    assertEquals(NetworkEnsemble.mean(risk.scores(doseGy, FRACTIONS, NOBODY)), slope.score(), 1e-6);

    for (int voxel : new int[] {11, 4_321, 9_000, 17_999}) {
      // many voxels change at once, so that the float score has digits to show it
      float[] more = doseGy.clone();
      float[] less = doseGy.clone();
      double expected = 0;
      for (int i = voxel % 7; i < doseGy.length; i += 7) {
        double direction = Math.signum(perGy[i]);
        more[i] += (float) (0.025 * direction);
        less[i] -= (float) (0.025 * direction);
        expected += Math.abs(perGy[i]);
      }
      double difference =
          (NetworkEnsemble.mean(risk.scores(more, FRACTIONS, NOBODY))
                  - NetworkEnsemble.mean(risk.scores(less, FRACTIONS, NOBODY)))
              / 0.05;
      assertEquals(1, difference / expected, RELATIVE_TOLERANCE);
    }
  }

  @Test
  void aMemberScoresTheMeanOfItsNetworks() throws NotFittedException {
    ModelDescription description = description();
    LoadedModel first = new QuadraticMember(description, 1);
    LoadedModel second = new QuadraticMember(description, 2);
    float[] doseGy = new float[PatientInputs.SIZE.doseShape().valueCount()];
    Arrays.fill(doseGy, 60);

    List<Double> apart =
        risk(List.of(List.of(first), List.of(second))).scores(doseGy, FRACTIONS, NOBODY);
    List<Double> together = risk(List.of(List.of(first, second))).scores(doseGy, FRACTIONS, NOBODY);

    assertEquals(2, apart.size());
    assertEquals(List.of(NetworkEnsemble.mean(apart)), together);
    assertNotEquals(apart.get(0), apart.get(1));
  }
}
