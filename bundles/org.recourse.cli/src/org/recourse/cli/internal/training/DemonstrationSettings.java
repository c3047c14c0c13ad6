/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.training;

import java.util.List;
import java.util.Locale;
import org.recourse.grid.geometry.Vector3;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.training.Candidate;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.risk.MrSequence;

/**
 * What the demonstration is trained with; a smaller one is used by tests.
 *
 * @param sequences MR sequences whose features are read
 * @param dose whether the dose is read
 * @param patients synthetic patients
 * @param size voxels of the dose volume
 * @param spacingMm size of these voxels
 * @param folds folds of the cross-validation
 * @param epochs most epochs of a training
 * @param seed decides everything
 * @param threads processor threads
 */
public record DemonstrationSettings(
    List<MrSequence> sequences,
    boolean dose,
    int patients,
    NetworkSize size,
    Vector3 spacingMm,
    int folds,
    int epochs,
    long seed,
    int threads) {

  private static final int PATIENCE = 12;
  private static final int NARROW = 4;

  public DemonstrationSettings {
    sequences = List.copyOf(sequences);
  }

  /** Returns the settings of the package that ships. */
  public static DemonstrationSettings shipped(int threads) {
    return new DemonstrationSettings(
        List.of(MrSequence.values()),
        true,
        97,
        new NetworkSize(60, 60, 40),
        new Vector3(2, 2, 2),
        5,
        60,
        20261121,
        threads);
  }

  /** Returns these settings for other sequences, with or without dose. */
  public DemonstrationSettings of(List<MrSequence> others, boolean withDose) {
    return new DemonstrationSettings(
        others, withDose, patients, size, spacingMm, folds, epochs, seed, threads);
  }

  /** Returns the id of the package, such as {@code necrosis.t1-t1c-t2-dose.demonstration}. */
  public String id() {
    String names =
        String.join("-", sequences.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
    return "necrosis." + names + (dose ? "-dose" : "") + ".demonstration";
  }

  /** Returns the grid of the search: two learning rates. */
  public List<Candidate> candidates() {
    int features = sequences.size() * NetworkLayout.SEQUENCE_FEATURES;
    var plan =
        new NetworkPlan(NetworkVariant.FAST, size, new NetworkLayout(dose, features, NARROW));
    TrainingOptions base =
        TrainingOptions.paper(seed, threads).withEpochs(epochs).withPatience(PATIENCE);
    return List.of(new Candidate(plan, base), new Candidate(plan, base.withLearningRate(3e-3)));
  }
}
