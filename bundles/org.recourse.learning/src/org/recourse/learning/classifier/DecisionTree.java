/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.sample.Ranks;

/**
 * A binary classification tree grown by weighted Gini impurity (CART; Breiman et al. 1984,
 * doi:10.1201/9781315139470). Immutable once grown. A leaf gives the weighted share of events.
 *
 * <p>Thresholds lie half way between neighbouring values; of equal gains the first found is taken.
 */
final class DecisionTree {

  /**
   * @param greatestDepth splits above one another, at least 1
   * @param leastLeafPatients distinct training rows in a leaf, at least 1
   * @param featuresPerSplit features tried at each split, drawn anew each time
   */
  record Growth(int greatestDepth, int leastLeafPatients, int featuresPerSplit) {}

  private sealed interface Node {}

  private record Leaf(double eventShare) implements Node {}

  private record Split(int feature, double threshold, Node below, Node above) implements Node {}

  static final String KIND = "tree";

  private final Node root;

  private DecisionTree(Node root) {
    this.root = root;
  }

  /**
   * @param weight weight of each row, at least 0; rows of weight 0 are left out
   */
  static DecisionTree grow(
      double[][] rows, boolean[] event, double[] weight, Growth growth, Random random) {
    int[] used =
        java.util.stream.IntStream.range(0, rows.length).filter(i -> weight[i] > 0).toArray();
    return new DecisionTree(new Grower(rows, event, weight, growth, random).node(used, 0));
  }

  double eventShare(double[] features) {
    Node node = root;
    while (node instanceof Split split) {
      node = features[split.feature] <= split.threshold ? split.below : split.above;
    }
    return ((Leaf) node).eventShare;
  }

  /** Nodes in a row, root first: a feature below 0 marks a leaf. */
  FittedState state() {
    List<double[]> nodes = new ArrayList<>();
    write(root, nodes);
    return FittedState.ofNumbers(
        KIND, Map.of("nodes", FittedState.flat(nodes.toArray(double[][]::new))));
  }

  /** Returns the place of the node. */
  private static int write(Node node, List<double[]> nodes) {
    int place = nodes.size();
    switch (node) {
      case Leaf leaf -> nodes.add(new double[] {-1, leaf.eventShare, 0, 0});
      case Split split -> {
        double[] own = {split.feature, split.threshold, 0, 0};
        nodes.add(own);
        own[2] = write(split.below, nodes);
        own[3] = write(split.above, nodes);
      }
    }
    return place;
  }

  /**
   * @throws IllegalArgumentException if the state is of no tree
   */
  static DecisionTree of(FittedState state) {
    return new DecisionTree(read(FittedState.rows(state.values("nodes"), 4), 0));
  }

  private static Node read(double[][] nodes, int place) {
    double[] own = nodes[place];
    if (own[0] < 0) {
      return new Leaf(own[1]);
    }
    if (own[2] <= place || own[3] <= place) { // a circle would never end
      throw new IllegalArgumentException("a branch of node " + place + " leads back");
    }
    return new Split((int) own[0], own[1], read(nodes, (int) own[2]), read(nodes, (int) own[3]));
  }

  private record Grower(
      double[][] rows, boolean[] event, double[] weight, Growth growth, Random random) {

    Node node(int[] patients, int depth) {
      double total = 0;
      double events = 0;
      int eventCount = 0;
      for (int i : patients) {
        total += weight[i];
        events += event[i] ? weight[i] : 0;
        eventCount += event[i] ? 1 : 0;
      }
      boolean pure = eventCount == 0 || eventCount == patients.length;
      if (pure || depth >= growth.greatestDepth || patients.length < 2 * growth.leastLeafPatients) {
        return new Leaf(events / total);
      }
      Candidate best = null;
      for (int feature : drawnFeatures()) {
        Candidate candidate = best(patients, feature, total, events);
        if (candidate != null && (best == null || candidate.gain > best.gain)) {
          best = candidate;
        }
      }
      if (best == null) {
        return new Leaf(events / total);
      }
      Candidate chosen = best;
      int[] below =
          Arrays.stream(patients)
              .filter(i -> rows[i][chosen.feature] <= chosen.threshold)
              .toArray();
      int[] above =
          Arrays.stream(patients).filter(i -> rows[i][chosen.feature] > chosen.threshold).toArray();
      return new Split(
          chosen.feature, chosen.threshold, node(below, depth + 1), node(above, depth + 1));
    }

    private record Candidate(int feature, double threshold, double gain) {}

    /** The best threshold of a feature, or null when it separates nothing. */
    private Candidate best(int[] patients, int feature, double total, double events) {
      double[] value = Arrays.stream(patients).mapToDouble(i -> rows[i][feature]).toArray();
      int[] order = Ranks.ascendingOrder(value);
      double weightBelow = 0;
      double eventsBelow = 0;
      Candidate best = null;
      for (int k = 0; k + 1 < order.length; k++) {
        int patient = patients[order[k]];
        weightBelow += weight[patient];
        eventsBelow += event[patient] ? weight[patient] : 0;
        double here = value[order[k]];
        double next = value[order[k + 1]];
        int fewest = Math.min(k + 1, order.length - k - 1);
        if (here == next || fewest < growth.leastLeafPatients) {
          continue;
        }
        double gain =
            impurity(total, events)
                - impurity(weightBelow, eventsBelow)
                - impurity(total - weightBelow, events - eventsBelow);
        if (gain > 1e-12 * total && (best == null || gain > best.gain)) {
          double middle = here + (next - here) / 2;
          best = new Candidate(feature, middle < next ? middle : here, gain);
        }
      }
      return best;
    }

    /** Weight times Gini impurity 2 p (1 − p). */
    private static double impurity(double weight, double events) {
      return 2 * events * (weight - events) / weight;
    }

    private int[] drawnFeatures() {
      int count = rows[0].length;
      int[] all = java.util.stream.IntStream.range(0, count).toArray();
      for (int i = 0; i < Math.min(growth.featuresPerSplit, count); i++) {
        int other = i + random.nextInt(count - i);
        int kept = all[i];
        all[i] = all[other];
        all[other] = kept;
      }
      return Arrays.copyOf(all, Math.min(growth.featuresPerSplit, count));
    }
  }
}
