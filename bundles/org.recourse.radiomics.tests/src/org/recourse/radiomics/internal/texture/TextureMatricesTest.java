/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.settings.Settings;

/** Worked examples, and the plain definitions on random input as oracles of the fast loops. */
class TextureMatricesTest {

  /** Sums of at most a few hundred terms in double precision. */
  private static final double ROUNDING = 1e-11;

  private static GreyLevels levels(int[] level, int sx, int sy, int sz) {
    var grid = new GridGeometry(sx, sy, sz, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    byte[] inside = new byte[level.length];
    int most = 1;
    int count = 0;
    for (int i = 0; i < level.length; i++) {
      inside[i] = (byte) (level[i] > 0 ? 1 : 0);
      most = Math.max(most, level[i]);
      count += inside[i];
    }
    int[] ofRegion = new int[count];
    int to = 0;
    for (int one : level) {
      if (one > 0) {
        ofRegion[to++] = one;
      }
    }
    return GreyLevels.ofLevels(RegionIndex.of(Region.of(grid, inside)), ofRegion, most);
  }

  @Test
  void toneDifferencesOfTheJavadoc() {
    GreyLevels grey = levels(new int[] {1, 1, 2, 1, 3, 2, 3, 3, 2}, 3, 3, 1);

    ToneDifferences matrix =
        Neighbourhood.of(grey, Direction.neighbours(), 0).toneDifferences(false);

    assertArrayEquals(new int[] {0, 3, 3, 3}, matrix.count());
    assertEquals(311.0 / 120.0, matrix.differenceSum()[3], ROUNDING);
  }

  @Test
  void aLoneVoxelHasNoNeighbourhood() {
    GreyLevels grey = levels(new int[] {0, 0, 0, 0, 2, 0, 0, 0, 0}, 3, 3, 1);
    Neighbourhood lone = Neighbourhood.of(grey, Direction.neighbours(), 0);

    assertArrayEquals(new int[] {0, 0, 0}, lone.toneDifferences(false).count());
    assertTrue(lone.toneDifferences(true).flat());
  }

  @Test
  void pairsAndRunsOfTheJavadoc() {
    GreyLevels grey = levels(new int[] {1, 1, 2, 1}, 4, 1, 1);
    var along = new Direction(1, 0, 0);
    var ordered = new DirectionPass(grey, false);
    var symmetrical = new DirectionPass(grey, true);
    ordered.count(along);
    symmetrical.count(along);

    assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, 0, 1, 0}, ordered.pairs());
    assertArrayEquals(new int[] {0, 1, 0, 0, 1, 2, 0, 0, 0}, symmetrical.pairs());
    assertTrue(ordered.hasPairs() && symmetrical.hasPairs());
    Map<String, Double> runs = new TreeMap<>();
    RunLengths.of(EqualNeighbours.of(grey), List.of(along))
        .forEachRun(along, (level, length, count) -> runs.put(level + "x" + length, count));
    assertEquals(Map.of("1x2", 1.0, "1x1", 1.0, "2x1", 1.0), runs);
  }

  @Test
  void binEdgesOfTheJavadoc() {
    BinEdges edges =
        BinEdges.pyradiomics(new double[] {-3, 0, 30}, SampleType.INTEGER, Settings.empty());

    assertEquals(1, edges.levelOf(-3));
    assertEquals(2, edges.levelOf(0));
    assertEquals(3, edges.levelOf(30));
  }

  @Test
  void equalValuesHaveOneLevel() {
    BinEdges edges =
        BinEdges.pyradiomics(new double[] {25, 25}, SampleType.FLOAT64, Settings.empty());

    assertEquals(1, edges.levelOf(25));
  }

  @Test
  void zonesTouchOverCorners() {
    Map<String, Double> zones = new TreeMap<>();
    Zones.of(EqualNeighbours.of(levels(new int[] {1, 2, 2, 1}, 2, 2, 1)))
        .forEachZone((level, size, count) -> zones.put(level + "x" + size, count));

    assertEquals(Map.of("1x2", 1.0, "2x2", 1.0), zones);
  }

  @Test
  void maximalCorrelationOfTwoLevels() {
    // p = [[3, 1], [1, 3]]/8: Q has the eigenvalues 1 and (3/8 - 1/8)²/(1/2)² = 1/4.
    var matrix = new PairMatrix(2, true);
    matrix.set(new int[] {0, 0, 0, 0, 3, 2, 0, 0, 3}, 3);

    double[] features = new PairFeatures(matrix).compute(true);

    assertEquals(0.5, features[PairFamily.NAMES.indexOf("MCC")], 1e-9);
    assertEquals(0.25, features[PairFamily.NAMES.indexOf("Contrast")], ROUNDING);
    assertEquals(0.5, features[PairFamily.NAMES.indexOf("Correlation")], ROUNDING);
  }

  @Test
  void levelSizesByHand() {
    var matrix = new LevelSizeFeatures();
    matrix.add(1, 2, 1);
    matrix.add(1, 1, 1);
    matrix.add(2, 1, 2);

    assertEquals((1 / 4.0 + 1 + 2) / 4, matrix.smallEmphasis(), ROUNDING);
    assertEquals((4 + 1 + 2) / 4.0, matrix.largeEmphasis(), ROUNDING);
    assertEquals((4 + 4) / 4.0, matrix.levelNonUniformity(), ROUNDING);
    assertEquals((9 + 1) / 4.0, matrix.sizeNonUniformity(), ROUNDING);
    assertEquals(0.25, matrix.levelVariance(), ROUNDING);
    assertEquals(1.5, matrix.entropy(), ROUNDING);
    assertEquals(5, matrix.sizeSum(), ROUNDING);
  }

  /** Random levels on a small grid, with some voxels outside. */
  private record Sample(int[] level, int sx, int sy, int sz) {
    static Sample of(int seed) {
      var random = new Random(seed);
      int sx = 1 + random.nextInt(6);
      int sy = 1 + random.nextInt(6);
      int sz = 1 + random.nextInt(6);
      int[] level = random.ints((long) sx * sy * sz, 0, 4).toArray();
      level[random.nextInt(level.length)] = 3;
      return new Sample(level, sx, sy, sz);
    }

    int at(int x, int y, int z) {
      return x < 0 || y < 0 || z < 0 || x >= sx || y >= sy || z >= sz
          ? 0
          : level[(z * sy + y) * sx + x];
    }
  }

  @RepeatedTest(20)
  void agreeWithTheDefinitions(RepetitionInfo run) {
    Sample sample = Sample.of(run.getCurrentRepetition());
    GreyLevels grey = levels(sample.level(), sample.sx(), sample.sy(), sample.sz());
    List<Direction> all = Direction.neighbours();
    EqualNeighbours neighbours = EqualNeighbours.of(grey);
    RunLengths runLengths = RunLengths.of(neighbours, all);
    for (Direction direction : all) {
      var pass = new DirectionPass(grey, false);
      pass.count(direction);
      comparePairs(sample, direction, pass.pairs().clone(), pass.width());
      compareSymmetrical(grey, direction, pass);
      Map<String, Double> runs = new TreeMap<>();
      runLengths.forEachRun(
          direction, (level, length, count) -> runs.put(level + "x" + length, count));
      assertEquals(runsByWalking(sample, direction), runs);
    }
    assertEquals(zonesByFlooding(sample, all), zones(Zones.of(neighbours)));
    List<Direction> plane = Direction.ofDistances(List.of(1), 0);
    assertEquals(zonesByFlooding(sample, plane), zones(Zones.of(neighbours, plane)));
    compareNeighbourhoods(grey, all);
    compareNeighbourhoods(grey, plane);
  }

  private static void compareSymmetrical(
      GreyLevels grey, Direction direction, DirectionPass ordered) {
    var symmetrical = new DirectionPass(grey, true);
    symmetrical.count(direction);
    int width = ordered.width();
    for (int i = 1; i < width; i++) {
      for (int j = i; j < width; j++) {
        int both = ordered.pairs()[i * width + j] + (i == j ? 0 : ordered.pairs()[j * width + i]);
        assertEquals(both, symmetrical.pairs()[i * width + j]);
      }
    }
    assertEquals(ordered.hasPairs(), symmetrical.hasPairs());
  }

  private static Map<String, Double> zones(Zones zones) {
    Map<String, Double> found = new TreeMap<>();
    zones.forEachZone((level, size, count) -> found.merge(level + "x" + size, count, Double::sum));
    return found;
  }

  private static Map<String, Double> zonesByFlooding(Sample s, List<Direction> directions) {
    Map<String, Double> zones = new TreeMap<>();
    boolean[] seen = new boolean[s.level().length];
    for (int i = 0; i < seen.length; i++) {
      if (s.level()[i] > 0 && !seen[i]) {
        zones.merge(s.level()[i] + "x" + flood(s, directions, i, seen), 1.0, Double::sum);
      }
    }
    return zones;
  }

  private static int flood(Sample s, List<Direction> directions, int from, boolean[] seen) {
    int x = from % s.sx();
    int y = from / s.sx() % s.sy();
    int z = from / (s.sx() * s.sy());
    seen[from] = true;
    int size = 1;
    for (Direction d : directions) {
      for (int sense = -1; sense <= 1; sense += 2) {
        int nx = x + sense * d.x();
        int ny = y + sense * d.y();
        int nz = z + sense * d.z();
        int next = (nz * s.sy() + ny) * s.sx() + nx;
        if (s.at(nx, ny, nz) == s.level()[from] && !seen[next]) {
          size += flood(s, directions, next, seen);
        }
      }
    }
    return size;
  }

  private static void comparePairs(Sample s, Direction d, int[] pairs, int width) {
    int[] expected = new int[pairs.length];
    for (int z = 0; z < s.sz(); z++) {
      for (int y = 0; y < s.sy(); y++) {
        for (int x = 0; x < s.sx(); x++) {
          if (s.at(x, y, z) > 0) {
            expected[s.at(x, y, z) * width + s.at(x - d.x(), y - d.y(), z - d.z())]++;
          }
        }
      }
    }
    assertArrayEquals(expected, pairs);
  }

  private static Map<String, Double> runsByWalking(Sample s, Direction d) {
    Map<String, Double> runs = new TreeMap<>();
    for (int z = 0; z < s.sz(); z++) {
      for (int y = 0; y < s.sy(); y++) {
        for (int x = 0; x < s.sx(); x++) {
          int level = s.at(x, y, z);
          if (level == 0 || s.at(x - d.x(), y - d.y(), z - d.z()) == level) {
            continue;
          }
          int length = 1;
          while (s.at(x + length * d.x(), y + length * d.y(), z + length * d.z()) == level) {
            length++;
          }
          runs.merge(level + "x" + length, 1.0, Double::sum);
        }
      }
    }
    return runs;
  }

  /** Each pair of equal neighbours is two dependences. */
  private static void compareNeighbourhoods(GreyLevels grey, List<Direction> all) {
    Map<String, Double> fast = new TreeMap<>();
    Neighbourhood.of(grey, all, 0)
        .forEachDependence((level, size, count) -> fast.put(level + "x" + size, count));
    Map<Integer, Double> ofLevel = new TreeMap<>();
    fast.forEach(
        (cell, count) -> ofLevel.merge(Integer.parseInt(cell.substring(0, 1)), count, Double::sum));
    ofLevel.forEach((level, count) -> assertEquals(grey.voxelsOf(level), count, ROUNDING));
    double equalPairs = 0;
    for (Direction direction : all) {
      var pass = new DirectionPass(grey, false);
      pass.count(direction);
      for (int i = 1; i < pass.width(); i++) {
        equalPairs += pass.pairs()[i * pass.width() + i];
      }
    }
    double dependences = 0;
    for (Map.Entry<String, Double> cell : fast.entrySet()) {
      dependences += (Integer.parseInt(cell.getKey().substring(2)) - 1) * cell.getValue();
    }
    assertEquals(2 * equalPairs, dependences, ROUNDING); // each equal pair depends both ways
  }
}
