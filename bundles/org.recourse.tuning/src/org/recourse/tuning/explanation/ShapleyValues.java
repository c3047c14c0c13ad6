/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Shapley values of the players of a game: φᵢ = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)) over
 * the sets S without i (L. S. Shapley 1953; for models S. Lundberg, S.-I. Lee, arXiv:1705.07874).
 * They add to v(all) − v(none).
 *
 * <p>Worked example: three players of whom 1 and 2 win together, v = 1 as soon as both are in: φ =
 * 1/2, 1/2, 0.
 */
public final class ShapleyValues {

  /** Most players for which every set is asked, 4096 questions. */
  public static final int MOST_EXACT = 12;

  private ShapleyValues() {}

  /** Worth of a set of players. */
  @FunctionalInterface
  public interface Game {
    double worth(BitSet players);
  }

  /**
   * Values with their errors.
   *
   * @param value of each player
   * @param standardError of each player; 0 where every set was asked
   */
  public record Values(double[] value, double[] standardError) {
    public Values {
      value = value.clone();
      standardError = standardError.clone();
    }

    @Override
    public double[] value() {
      return value.clone();
    }

    @Override
    public double[] standardError() {
      return standardError.clone();
    }
  }

  /** Asks every set of players; at most {@value #MOST_EXACT} of them. */
  public static Values exact(int players, Game game) {
    if (players < 1 || players > MOST_EXACT) {
      throw new IllegalArgumentException("1 to " + MOST_EXACT + " players: " + players);
    }
    int sets = 1 << players;
    double[] worth = new double[sets];
    for (int set = 0; set < sets; set++) {
      worth[set] = game.worth(BitSet.valueOf(new long[] {set}));
    }
    double[] share = new double[players]; // by size of S: |S|! (n - |S| - 1)! / n!
    share[0] = 1.0 / players;
    for (int size = 1; size < players; size++) {
      share[size] = share[size - 1] * size / (players - size);
    }
    double[] value = new double[players];
    for (int set = 0; set < sets; set++) {
      int size = Integer.bitCount(set);
      for (int i = 0; i < players; i++) {
        if ((set & 1 << i) == 0) {
          value[i] += share[size] * (worth[set | 1 << i] - worth[set]);
        }
      }
    }
    return new Values(value, new double[players]);
  }

  /**
   * Samples orders in which the players come in.
   *
   * @param orders at least 2
   * @param seed decides the orders
   */
  public static Values sampled(int players, int orders, long seed, Game game) {
    if (players < 1 || orders < 2) {
      throw new IllegalArgumentException(players + " players, " + orders + " orders");
    }
    var random = new Random(seed);
    Map<BitSet, Double> known = new HashMap<>();
    double[] sum = new double[players];
    double[] squares = new double[players];
    for (int k = 0; k < orders; k++) {
      int[] order = shuffled(players, random);
      var in = new BitSet();
      double before = asked(in, game, known);
      for (int player : order) {
        in.set(player);
        double after = asked(in, game, known);
        sum[player] += after - before;
        squares[player] += (after - before) * (after - before);
        before = after;
      }
    }
    double[] value = new double[players];
    double[] error = new double[players];
    for (int i = 0; i < players; i++) {
      value[i] = sum[i] / orders;
      double variance = (squares[i] - orders * value[i] * value[i]) / (orders - 1.0);
      error[i] = Math.sqrt(Math.max(0, variance) / orders);
    }
    return new Values(value, error);
  }

  private static double asked(BitSet players, Game game, Map<BitSet, Double> known) {
    Double worth = known.get(players);
    if (worth == null) { // not asked yet
      worth = game.worth((BitSet) players.clone());
      known.put((BitSet) players.clone(), worth);
    }
    return worth;
  }

  private static int[] shuffled(int count, Random random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
