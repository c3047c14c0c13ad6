/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texture features by the IBSI definitions, for one set of voxels and directions, under their tags
 * without the ending for dimensions. Values that are not defined are NaN. Not changed after
 * construction.
 */
public final class ConsensusTexture {

  /** Tags of pair features with the place of the value in {@link PairFamily#NAMES}. */
  private static final Map<String, String> PAIR_TAGS = pairTags();

  private final GreyLevels levels;
  private final List<Direction> directions;
  private final EqualNeighbours neighbours;
  private final int[] borderDistance;
  private final Map<String, Double> features = new LinkedHashMap<>();

  /** Takes distances to the border in the order of the region's voxels. */
  public ConsensusTexture(GreyLevels levels, List<Direction> directions, int[] borderDistance) {
    this.levels = levels;
    neighbours = EqualNeighbours.of(levels);
    this.directions = directions;
    this.borderDistance = borderDistance.clone();
  }

  private static Map<String, String> pairTags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("joint_max", "MaximumProbability");
    tags.put("joint_avg", "JointAverage");
    tags.put("joint_var", "SumSquares");
    tags.put("joint_entr", "JointEntropy");
    tags.put("diff_avg", "DifferenceAverage");
    tags.put("diff_var", "DifferenceVariance");
    tags.put("diff_entr", "DifferenceEntropy");
    tags.put("sum_avg", "SumAverage");
    tags.put("sum_var", "ClusterTendency");
    tags.put("sum_entr", "SumEntropy");
    tags.put("energy", "JointEnergy");
    tags.put("contrast", "Contrast");
    tags.put("dissimilarity", "DifferenceAverage");
    tags.put("inv_diff", "Id");
    tags.put("inv_diff_norm", "Idn");
    tags.put("inv_diff_mom", "Idm");
    tags.put("inv_diff_mom_norm", "Idmn");
    tags.put("inv_var", "InverseVariance");
    tags.put("corr", "Correlation");
    tags.put("auto_corr", "Autocorrelation");
    tags.put("clust_tend", "ClusterTendency");
    tags.put("clust_shade", "ClusterShade");
    tags.put("clust_prom", "ClusterProminence");
    tags.put("info_corr1", "Imc1");
    tags.put("info_corr2", "Imc2");
    return tags;
  }

  /** Computes all features. */
  public Map<String, Double> features() {
    pairsAndRuns();
    zones();
    ToneDifferences tones = Neighbourhood.of(levels, directions, 0).toneDifferences(false);
    features.put("ngt_coarseness", tones.flat() ? Double.NaN : tones.coarseness());
    features.put("ngt_contrast", tones.contrast());
    features.put("ngt_busyness", tones.busyness());
    features.put("ngt_complexity", tones.complexity());
    features.put("ngt_strength", tones.strength());
    var dependences = new LevelSizeFeatures();
    Neighbourhood.of(levels, directions, 0).forEachDependence(dependences);
    put("ngl_", "gc", "dc", dependences, levels.index().voxelCount(), "");
    features.put("ngl_dc_energy", dependences.energy());
    return features;
  }

  private void pairsAndRuns() {
    var pass = new DirectionPass(levels, true);
    RunLengths runLengths = RunLengths.of(neighbours, directions);
    var matrix = new PairMatrix(levels.levelCount(), true);
    int[] pairSum = new int[pass.pairs().length];
    var allRuns = new WeightedRuns();
    var pairMeans = new FeatureMeans(PairFamily.NAMES);
    var runParts = new LinkedHashMap<String, Double>();
    for (Direction direction : directions) {
      pass.count(direction);
      matrix.set(pass.pairs(), pass.width());
      pairMeans.add(new PairFeatures(matrix).compute(false));
      for (int i = 0; i < pairSum.length; i++) {
        pairSum[i] += pass.pairs()[i];
      }
      var runs = new LevelSizeFeatures();
      runLengths.forEachRun(direction, runs);
      runLengths.forEachRun(direction, allRuns.collector(1));
      put("rlm_", "gr", "rl", runs, runs.sizeSum(), "_avg");
      features.forEach(
          (name, value) -> {
            if (name.startsWith("rlm_") && name.endsWith("_avg")) {
              runParts.merge(name, value / directions.size(), Double::sum);
            }
          });
    }
    features.clear();
    var average = pairMeans.vector();
    PAIR_TAGS.forEach(
        (tag, name) -> features.put("cm_" + tag + "_avg", average.number(name).orElse(Double.NaN)));
    matrix.set(pairSum, pass.width());
    double[] merged = new PairFeatures(matrix).compute(false);
    PAIR_TAGS.forEach(
        (tag, name) -> features.put("cm_" + tag + "_comb", merged[PairFamily.NAMES.indexOf(name)]));
    features.putAll(runParts);
    var runs = new LevelSizeFeatures();
    allRuns.forEach(runs);
    put("rlm_", "gr", "rl", runs, runs.sizeSum(), "_comb");
  }

  private void zones() {
    Zones zones = Zones.of(neighbours, directions);
    var sizes = new LevelSizeFeatures();
    zones.forEachZone(sizes);
    put("szm_", "gz", "zs", sizes, sizes.sizeSum(), "");
    var distances = new LevelSizeFeatures();
    zones.forEachDistance(borderDistance, distances);
    put("dzm_", "gz", "zd", distances, sizes.sizeSum(), "");
  }

  /** Adds one set of features; the tags of the families differ in a few letters only. */
  private void put(
      String family,
      String level,
      String size,
      LevelSizeFeatures matrix,
      double voxels,
      String end) {
    boolean runs = family.equals("rlm_");
    boolean zoneSizes = family.equals("szm_");
    boolean dependences = family.equals("ngl_");
    String small = runs ? "sr" : zoneSizes ? "sz" : dependences ? "ld" : "sd";
    String large = runs ? "lr" : zoneSizes ? "lz" : dependences ? "hd" : "ld";
    String lowOnly = "l" + level + "e";
    String highOnly = "h" + level + "e";
    features.put(family + small + "e" + end, matrix.smallEmphasis());
    features.put(family + large + "e" + end, matrix.largeEmphasis());
    features.put(family + lowOnly + end, matrix.lowLevelEmphasis());
    features.put(family + highOnly + end, matrix.highLevelEmphasis());
    features.put(family + small + "lge" + end, matrix.smallLow());
    features.put(family + small + "hge" + end, matrix.smallHigh());
    features.put(family + large + "lge" + end, matrix.largeLow());
    features.put(family + large + "hge" + end, matrix.largeHigh());
    features.put(family + "glnu" + end, matrix.levelNonUniformity());
    features.put(family + "glnu_norm" + end, matrix.levelNonUniformityNormalised());
    features.put(family + size + "nu" + end, matrix.sizeNonUniformity());
    features.put(family + size + "nu_norm" + end, matrix.sizeNonUniformityNormalised());
    String percent = runs ? "r" : dependences ? "dc" : "z";
    features.put(family + percent + "_perc" + end, matrix.percentage(voxels));
    features.put(family + "gl_var" + end, matrix.levelVariance());
    features.put(family + size + "_var" + end, matrix.sizeVariance());
    features.put(family + size + "_entr" + end, matrix.entropy());
  }
}
