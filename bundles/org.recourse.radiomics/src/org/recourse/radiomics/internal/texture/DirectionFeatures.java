/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.settings.Settings;

/**
 * Pair and run features of one image, averaged over the directions. Both come from one walk over
 * the region per direction, so whichever family is asked first computes both.
 */
final class DirectionFeatures {

  private final GreyLevels levels;
  private final EqualNeighbours neighbours;
  private final Settings settings;
  private final List<Direction> pairDirections;
  private final List<Direction> runDirections;
  private final Vector3 spacingMm;
  private FeatureVector pairs; // null until computed
  private FeatureVector runs; // null until computed

  private DirectionFeatures(FeatureInput input) {
    levels = GreyLevels.of(input);
    neighbours = EqualNeighbours.of(input);
    settings = input.settings();
    spacingMm = input.image().spacingMm();
    int fixedAxis = settings.flag("force2D", false) ? settings.integer("force2Ddimension", 0) : -1;
    List<Integer> distances =
        settings.numbers("distances").stream().map(Double::intValue).distinct().toList();
    pairDirections = Direction.ofDistances(distances.isEmpty() ? List.of(1) : distances, fixedAxis);
    runDirections = Direction.ofDistances(List.of(1), fixedAxis);
  }

  static DirectionFeatures of(FeatureInput input) {
    return new DirectionFeatures(input);
  }

  synchronized FeatureVector pairs(FeatureInput input, IProgressMonitor monitor) {
    if (pairs == null) {
      compute(input.wants("MCC"), monitor);
    }
    return pairs;
  }

  synchronized FeatureVector runs(FeatureInput input, IProgressMonitor monitor) {
    if (runs == null) {
      compute(true, monitor);
    }
    return runs;
  }

  private void compute(boolean withMcc, IProgressMonitor monitor) {
    Optional<String> norm =
        settings.isSet("weightingNorm")
            ? Optional.of(settings.text("weightingNorm", "no_weighting"))
            : Optional.empty();
    if (norm.isPresent()) {
      computeWeighted(norm.get(), withMcc, monitor);
      return;
    }
    boolean flat = levels.presentCount() < 2;
    var pairMeans = new FeatureMeans(PairFamily.NAMES);
    var runMeans = new FeatureMeans(RunFamily.NAMES);
    boolean symmetrical = settings.flag("symmetricalGLCM", true);
    var pass = new DirectionPass(levels, symmetrical);
    var matrix = new PairMatrix(levels.levelCount(), symmetrical);
    RunLengths runLengths = RunLengths.of(neighbours, runDirections);
    for (Direction direction : allDirections()) {
      check(monitor);
      pass.count(direction);
      if (pairDirections.contains(direction)) {
        matrix.set(pass.pairs(), pass.width());
        double[] values = new PairFeatures(matrix).compute(withMcc && !flat);
        pairMeans.add(flat ? withFlatMcc(values) : values);
      }
      if (direction.distance() == 1 && hasLineOfTwo(direction, pass)) {
        var lengths = new LevelSizeFeatures();
        runLengths.forEachRun(direction, lengths);
        runMeans.add(RunFamily.values(lengths));
      }
    }
    pairs = pairMeans.vector();
    runs = runMeans.vector();
  }

  private List<Direction> allDirections() {
    return pairDirections.containsAll(runDirections)
        ? pairDirections
        : Stream.concat(pairDirections.stream(), runDirections.stream()).distinct().toList();
  }

  private static double[] withFlatMcc(double[] values) {
    values[PairFamily.NAMES.indexOf("MCC")] = 1; // also where a direction has no pairs
    return values;
  }

  /** PyRadiomics leaves a direction out if no line along it holds two voxels of the region. */
  private boolean hasLineOfTwo(Direction direction, DirectionPass pass) {
    return pass.hasPairs() || LineOccupancy.anyLineOfTwo(levels, direction);
  }

  /** One matrix for all directions, each weighted by its distance. */
  private void computeWeighted(String norm, boolean withMcc, IProgressMonitor monitor) {
    boolean flat = levels.presentCount() < 2;
    boolean symmetrical = settings.flag("symmetricalGLCM", true);
    var pass = new DirectionPass(levels, symmetrical);
    RunLengths runLengths = RunLengths.of(neighbours, runDirections);
    int width = pass.width();
    double[] pairSum = new double[width * width];
    var runSum = new WeightedRuns();
    for (Direction direction : allDirections()) {
      check(monitor);
      pass.count(direction);
      double weight = direction.weight(norm, spacingMm);
      if (pairDirections.contains(direction)) {
        int[] counts = pass.pairs();
        for (int i = 0; i < counts.length; i++) {
          pairSum[i] += weight * counts[i];
        }
      }
      if (direction.distance() == 1 && hasLineOfTwo(direction, pass)) {
        var lengths = runSum.collector(weight);
        runLengths.forEachRun(direction, lengths);
      }
    }
    var matrix = new PairMatrix(levels.levelCount(), symmetrical);
    matrix.set(pairSum, width);
    var pairMeans = new FeatureMeans(PairFamily.NAMES);
    double[] values = new PairFeatures(matrix).compute(withMcc && !flat);
    pairMeans.add(flat ? withFlatMcc(values) : values);
    pairs = pairMeans.vector();
    var runMeans = new FeatureMeans(RunFamily.NAMES);
    var lengths = new LevelSizeFeatures();
    runSum.forEach(lengths);
    if (lengths.count() > 0) {
      runMeans.add(RunFamily.values(lengths));
    }
    runs = runMeans.vector();
  }

  private static void check(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }
}
