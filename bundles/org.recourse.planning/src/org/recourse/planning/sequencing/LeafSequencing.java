/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recourse.planning.beam.Beamlets;

/**
 * Step-and-shoot sequencing of one beam: fluence is rounded to whole steps, and both leaves of each
 * pair sweep once in the direction of u.
 *
 * <p>With the rounded profile f of a row the leading leaf uncovers column i after R(i) = R(i−1) +
 * max(0, f(i−1) − f(i)) steps and the trailing leaf covers it after L(i) = L(i−1) + max(0, f(i) −
 * f(i−1)); L − R = f, neither leaf ever turns back, and no sequence of whole steps with one sweep
 * needs fewer of them. Equal neighbouring shapes become one segment. Leaf pairs are as wide as a
 * beamlet; transmission, rounded leaf ends, tongue and groove are not modelled. Source: Bortfeld et
 * al. 1994 (doi:10.1016/0360-3016(94)90200-3).
 *
 * @param levels steps from 0 to the greatest fluence of the beam, at least 1
 */
public record LeafSequencing(int levels) {

  public LeafSequencing {
    if (levels < 1 || levels > 1000) {
      throw new IllegalArgumentException("levels are 1 to 1000: " + levels);
    }
  }

  /**
   * What is delivered.
   *
   * @param segments in order of delivery; none for a beam without fluence
   * @param fluence of each beamlet that the segments add up to
   */
  public record Sequence(List<Segment> segments, double[] fluence) {

    public Sequence {
      segments = List.copyOf(segments);
    }
  }

  /**
   * @param fluence of each beamlet, finite, not negative
   */
  public Sequence sequence(Beamlets beamlets, double[] fluence) {
    if (fluence.length != beamlets.count()) {
      throw new IllegalArgumentException(
          fluence.length + " weights for " + beamlets.count() + " beamlets");
    }
    double greatest = 0;
    for (double weight : fluence) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a fluence is finite and >= 0: " + weight);
      }
      greatest = Math.max(greatest, weight);
    }
    double[] delivered = new double[fluence.length];
    if (greatest == 0) {
      return new Sequence(List.of(), delivered);
    }
    double step = greatest / levels;
    Map<Double, Row> rows = rows(beamlets);
    int steps = 0;
    for (Row row : rows.values()) {
      row.sweep(fluence, step, delivered);
      steps = Math.max(steps, row.steps());
    }
    return new Sequence(segments(beamlets, rows, step, steps), delivered);
  }

  private static List<Segment> segments(
      Beamlets beamlets, Map<Double, Row> rows, double step, int steps) {
    var segments = new ArrayList<Segment>();
    for (int t = 0; t < steps; t++) {
      var openings = new ArrayList<Segment.Opening>();
      for (Map.Entry<Double, Row> row : rows.entrySet()) {
        row.getValue().opening(t, row.getKey(), openings);
      }
      if (openings.isEmpty()) {
        continue;
      }
      Segment last = segments.isEmpty() ? null : segments.getLast();
      if (last != null && last.openings().equals(openings)) {
        segments.set(segments.size() - 1, new Segment(last.fluence() + step, openings));
      } else {
        segments.add(new Segment(step, openings));
      }
    }
    return segments;
  }

  private static Map<Double, Row> rows(Beamlets beamlets) {
    var rows = new TreeMap<Double, Row>();
    for (int i = 0; i < beamlets.count(); i++) {
      double first = beamlets.uMm(0);
      rows.computeIfAbsent(beamlets.vMm(i), v -> new Row(first, beamlets.sideMm()))
          .beamletOfColumn
          .put(Math.round((beamlets.uMm(i) - first) / beamlets.sideMm()), i);
    }
    return rows;
  }

  /** One leaf pair. */
  private static final class Row {

    final TreeMap<Long, Integer> beamletOfColumn = new TreeMap<>();
    private final double columnZeroMm;
    private final double sideMm;
    private long firstColumn;
    private int[] uncovered; // step at which each column opens
    private int[] covered; // step at which it closes

    Row(double columnZeroMm, double sideMm) {
      this.columnZeroMm = columnZeroMm;
      this.sideMm = sideMm;
    }

    void sweep(double[] fluence, double step, double[] delivered) {
      firstColumn = beamletOfColumn.firstKey();
      int columns = Math.toIntExact(beamletOfColumn.lastKey() - firstColumn + 1);
      uncovered = new int[columns];
      covered = new int[columns];
      int before = 0;
      int opens = 0;
      int closes = 0;
      for (int i = 0; i < columns; i++) {
        Integer beamlet = beamletOfColumn.get(firstColumn + i);
        int here = beamlet == null ? 0 : (int) Math.round(fluence[beamlet] / step);
        opens += Math.max(0, before - here);
        closes += Math.max(0, here - before);
        uncovered[i] = opens;
        covered[i] = closes;
        before = here;
        if (beamlet != null) {
          delivered[beamlet] = here * step;
        }
      }
    }

    int steps() {
      return covered[covered.length - 1];
    }

    void opening(int t, double vMm, List<Segment.Opening> openings) {
      int from = 0;
      while (from < covered.length && covered[from] <= t) {
        from++;
      }
      int to = from;
      while (to < covered.length && uncovered[to] <= t) {
        to++;
      }
      if (to > from) {
        openings.add(new Segment.Opening(vMm, edgeMm(from), edgeMm(to)));
      }
    }

    /** Edge between columns {@code column} − 1 and {@code column} of this row. */
    private double edgeMm(int column) {
      return columnZeroMm + (firstColumn + column - 0.5) * sideMm;
    }
  }
}
