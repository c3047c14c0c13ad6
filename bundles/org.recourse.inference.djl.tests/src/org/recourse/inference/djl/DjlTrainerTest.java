/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.inference.training.TrainingRequest;

class DjlTrainerTest {

  private static final NetworkSize SMALL = new NetworkSize(16, 16, 12);
  private static final NetworkLayout LAYOUT = new NetworkLayout(true, 32, 4);
  private static final NetworkPlan PLAN = new NetworkPlan(NetworkVariant.FAST, SMALL, LAYOUT);

  /** Stands for a kill: nothing after it runs, and only the file is left. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path folder;

  private final DjlTrainer trainer = new DjlTrainer();

  private TrainingRequest request(TrainingOptions options, Optional<Path> checkpoint) {
    List<TrainingCase> patients = TestNetworks.patients(SMALL, LAYOUT, 40, 11);
    return new TrainingRequest(
        PLAN,
        NetworkWeights.initial(LAYOUT, 3),
        patients.subList(0, 28),
        patients.subList(28, 40),
        options,
        checkpoint);
  }

  private TrainedNetwork train(TrainingRequest request, TrainingListener listener)
      throws InferenceException {
    return trainer.train(request, "test", listener, new NullProgressMonitor());
  }

  private static byte[] bytes(TrainedNetwork network) {
    return new NetworkFile(NetworkVariant.FAST, SMALL, List.of(network.weights())).toBytes();
  }

  @Test
  void learnsWhatDecidesTheOutcome() throws InferenceException {
    TrainedNetwork network =
        train(
            request(TrainingOptions.paper(1, 2).withEpochs(30), Optional.empty()),
            TrainingListener.NONE);

    double first = network.epochs().getFirst().trainingLoss();
    double last = network.epochs().getLast().trainingLoss();
    assertTrue(last < 0.7 * first, first + " -> " + last);
    TrainingEpoch kept = network.epochs().get(network.keptEpoch() - 1);
    assertTrue(kept.validationAuc().orElseThrow() > 0.7, "AUC " + kept.validationAuc());
  }

  @Test
  void theSameSeedGivesTheSameWeightsToTheLastBit() throws InferenceException {
    var options = TrainingOptions.paper(7, 2).withEpochs(3);
    byte[] first = bytes(train(request(options, Optional.empty()), TrainingListener.NONE));
    byte[] again = bytes(train(request(options, Optional.empty()), TrainingListener.NONE));
    byte[] other =
        bytes(train(request(options.withSeed(8), Optional.empty()), TrainingListener.NONE));

    assertArrayEquals(first, again);
    assertTrue(!java.util.Arrays.equals(first, other), "another seed");
  }

  @Test
  void goesOnAfterAKillAsIfThereHadBeenNone() throws InferenceException, IOException {
    var options = TrainingOptions.paper(7, 2).withEpochs(6);
    TrainedNetwork whole = train(request(options, Optional.empty()), TrainingListener.NONE);
    Path file = folder.resolve("training.checkpoint");
    var interrupted = request(options, Optional.of(file));
    assertThrows(
        Killed.class,
        () ->
            train(
                interrupted,
                (stage, epoch) -> {
                  if (epoch.epoch() == 4) {
                    throw new Killed();
                  }
                }));
    Files.write(folder.resolve("training.checkpoint.new"), new byte[] {1, 2}); // half written

    var heard = new ArrayList<Integer>();
    TrainedNetwork resumed =
        new DjlTrainer()
            .train(
                interrupted,
                "test",
                (stage, epoch) -> heard.add(epoch.epoch()),
                new NullProgressMonitor());

    assertEquals(List.of(5, 6), heard);
    assertEquals(whole.epochs(), resumed.epochs());
    assertArrayEquals(bytes(whole), bytes(resumed));
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() throws InferenceException {
    Path file = folder.resolve("training.checkpoint");
    var options = TrainingOptions.paper(7, 2).withEpochs(1);
    train(request(options, Optional.of(file)), TrainingListener.NONE);

    var other = request(options.withSeed(8), Optional.of(file));
    InferenceException refused =
        assertThrows(InferenceException.class, () -> train(other, TrainingListener.NONE));
    assertTrue(refused.getMessage().contains("another training"), refused.getMessage());
  }

  @Test
  void stopsEarlyAndKeepsTheBestEpoch() throws InferenceException {
    var options = TrainingOptions.paper(7, 2).withLearningRate(0.02).withEpochs(60).withPatience(3);
    TrainedNetwork network = train(request(options, Optional.empty()), TrainingListener.NONE);

    assertTrue(network.epochs().size() < 60, "stopped after " + network.epochs().size());
    assertEquals(network.keptEpoch() + 3, network.epochs().size());
    double kept = network.epochs().get(network.keptEpoch() - 1).validationLoss().orElseThrow();
    assertTrue(network.epochs().stream().allMatch(e -> e.validationLoss().orElseThrow() >= kept));
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var request = request(TrainingOptions.paper(7, 2), Optional.empty());

    assertThrows(
        OperationCanceledException.class,
        () -> trainer.train(request, "test", TrainingListener.NONE, monitor));
  }

  @Test
  void adamFollowsItsWorkedExample() {
    TrainingState state = TrainingState.of(NetworkWeights.initial(LAYOUT, 1));
    float[] before = state.values().get("output.bias").clone();
    var options = new TrainingOptions(1e-3, 0, 16, 1, 0, 1, 1);

    new Adam(options).step(state, java.util.Map.of("output.bias", new float[] {0.25f}));

    assertEquals(before[0] - 1e-3, state.values().get("output.bias")[0], 1e-7);
  }
}
