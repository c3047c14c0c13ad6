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
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.influence.DoseInfluence;

/**
 * Dose of segments as a function of their weights: a segment gives its weight to every beamlet its
 * leaves leave open. So the weights of given shapes are optimised like fluence. Immutable.
 */
public final class SegmentInfluence implements DoseInfluence {

  private final DoseInfluence beamlets;
  private final List<int[]> open; // of each segment, columns of the influence

  /**
   * @param influence of the beamlets
   * @param beams beamlets of each beam, in the order of the columns
   * @param segments of each beam
   */
  public SegmentInfluence(
      DoseInfluence influence, List<Beamlets> beams, List<List<Segment>> segments) {
    if (beams.size() != segments.size()) {
      throw new IllegalArgumentException(beams.size() + " beams, " + segments.size());
    }
    this.beamlets = influence;
    open = new ArrayList<>();
    int first = 0;
    for (int b = 0; b < beams.size(); b++) {
      for (Segment segment : segments.get(b)) {
        open.add(columns(beams.get(b), segment, first));
      }
      first += beams.get(b).count();
    }
  }

  private static int[] columns(Beamlets beamlets, Segment segment, int first) {
    double half = beamlets.sideMm() / 2;
    int[] columns = new int[beamlets.count()];
    int count = 0;
    for (int i = 0; i < columns.length; i++) {
      for (Segment.Opening opening : segment.openings()) {
        boolean inPair = Math.abs(beamlets.vMm(i) - opening.vMm()) < half;
        double u = beamlets.uMm(i);
        if (inPair && u > opening.fromMm() && u < opening.toMm()) {
          columns[count++] = first + i;
          break;
        }
      }
    }
    return Arrays.copyOf(columns, count);
  }

  /** Fluence of every beamlet for these weights. */
  public double[] fluence(double[] weight) {
    double[] fluence = new double[beamlets.weightCount()];
    for (int s = 0; s < weight.length; s++) {
      for (int column : open.get(s)) {
        fluence[column] += weight[s];
      }
    }
    return fluence;
  }

  @Override
  public GridGeometry geometry() {
    return beamlets.geometry();
  }

  @Override
  public int weightCount() {
    return open.size();
  }

  @Override
  public void dose(
      double[] weight, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor) {
    beamlets.dose(fluence(weight), doseGy, executor, monitor);
  }

  @Override
  public double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor) {
    double[] ofBeamlet = beamlets.weightDerivative(doseDerivative, executor, monitor);
    double[] derivative = new double[open.size()];
    for (int s = 0; s < derivative.length; s++) {
      for (int column : open.get(s)) {
        derivative[s] += ofBeamlet[column];
      }
    }
    return derivative;
  }
}
