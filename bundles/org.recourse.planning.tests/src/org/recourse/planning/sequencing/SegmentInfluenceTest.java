/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.sequencing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.InfluencePhantom;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.machine.MachineFile;

class SegmentInfluenceTest {

  private final Beamlets beamlets = Beamlets.field(5, 6, 4);

  /** Shapes with the weights they were made with are the sequenced fluence. */
  @Test
  void segmentsAddUpToTheSequencedFluence() {
    double[] fluence = new Random(2).doubles(beamlets.count()).toArray();
    LeafSequencing.Sequence sequence = new LeafSequencing(8).sequence(beamlets, fluence);
    var influence = new SegmentInfluence(matrix(), List.of(beamlets), List.of(sequence.segments()));
    double[] weight = sequence.segments().stream().mapToDouble(Segment::fluence).toArray();
    assertArrayEquals(sequence.fluence(), influence.fluence(weight), 1e-12);
  }

  @Test
  void bothProductsAreAdjoint() {
    double[] fluence = new Random(2).doubles(beamlets.count()).toArray();
    LeafSequencing.Sequence sequence = new LeafSequencing(8).sequence(beamlets, fluence);
    var influence = new SegmentInfluence(matrix(), List.of(beamlets), List.of(sequence.segments()));
    double[] weight = new Random(3).doubles(influence.weightCount()).toArray();
    double[] q = new Random(4).doubles(influence.geometry().voxelCount()).toArray();
    double[] dose = new double[q.length];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      influence.dose(weight, dose, executor, new NullProgressMonitor());
      double[] g = influence.weightDerivative(q, executor, new NullProgressMonitor());
      double one = 0;
      for (int i = 0; i < q.length; i++) {
        one += dose[i] * q[i];
      }
      double other = 0;
      for (int s = 0; s < g.length; s++) {
        other += weight[s] * g[s];
      }
      assertEquals(one, other, 1e-6 * one);
    }
  }

  /** Every leaf of every shape leaves exactly the open beamlets uncovered. */
  @Test
  void leafPositionsCoverWhatIsClosed() {
    double[] fluence = new Random(5).doubles(beamlets.count()).toArray();
    List<Segment> segments = new LeafSequencing(5).sequence(beamlets, fluence).segments();
    LeafPositions leaves = LeafPositions.of(beamlets, segments);
    assertArrayEquals(new double[] {-10, -5, 0, 5, 10}, leaves.boundariesMm(), 1e-12);
    assertEquals(segments.size(), leaves.shapes().size());
    double[] delivered = new double[beamlets.count()];
    for (LeafPositions.Shape shape : leaves.shapes()) {
      for (int i = 0; i < delivered.length; i++) {
        int pair = (int) Math.floor((beamlets.vMm(i) + 10) / 5);
        boolean open =
            beamlets.uMm(i) > shape.fromMm()[pair] && beamlets.uMm(i) < shape.toMm()[pair];
        delivered[i] += open ? shape.fluence() : 0;
      }
    }
    assertArrayEquals(
        new LeafSequencing(5).sequence(beamlets, fluence).fluence(), delivered, 1e-12);
  }

  private InfluenceMatrix matrix() {
    BeamFrame frame =
        BeamFrame.of(
            BeamAngles.gantry(30),
            PatientPosition.HEAD_FIRST_SUPINE,
            InfluencePhantom.CENTRE_MM,
            1000);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new PencilBeamEngine(MachineFile.generic6Mv(), 20)
          .influence(
              List.of(new PlannedBeam(frame, beamlets)),
              InfluencePhantom.water(),
              InfluencePhantom.everywhere(),
              executor,
              new NullProgressMonitor());
    }
  }
}
