/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;

/**
 * Further training cases with the dose volume mirrored left to right and moved by whole voxels, so
 * that a network cannot learn volumes by heart. Where a patient lies in the box and which side is
 * left mean nothing for the outcome. Features and outcome stay.
 *
 * @param copies cases made of each one, at least 1; 1 leaves the cases as they are
 * @param greatestShift voxels along each axis, at least 0
 * @param seed decides all choices
 */
public record DoseAugmentation(int copies, int greatestShift, long seed) {

  public DoseAugmentation {
    if (copies < 1 || greatestShift < 0) {
      throw new IllegalArgumentException(copies + " copies, shifts of " + greatestShift);
    }
  }

  /** The cases, followed by the moved ones; cases without dose are left alone. */
  public List<TrainingCase> applied(List<TrainingCase> cases, NetworkSize size) {
    List<TrainingCase> all = new ArrayList<>(cases);
    var random = new Random(seed);
    for (int copy = 1; copy < copies; copy++) {
      for (TrainingCase one : cases) {
        if (one.dose().isPresent()) {
          boolean mirrored = random.nextBoolean();
          int[] shift = {shift(random), shift(random), shift(random)};
          Tensor moved = moved(one.dose().get(), size, mirrored, shift);
          all.add(
              new TrainingCase(
                  one.id(), java.util.Optional.of(moved), one.features(), one.event()));
        }
      }
    }
    return List.copyOf(all);
  }

  private int shift(Random random) {
    return random.nextInt(2 * greatestShift + 1) - greatestShift;
  }

  /** 0 Gy comes in where the volume is moved away from. */
  static Tensor moved(Tensor dose, NetworkSize size, boolean mirrored, int[] shift) {
    float[] from = dose.toArray();
    float[] to = new float[from.length];
    for (int z = 0; z < size.sizeZ(); z++) {
      int fromZ = z - shift[2];
      for (int y = 0; y < size.sizeY() && fromZ >= 0 && fromZ < size.sizeZ(); y++) {
        int fromY = y - shift[1];
        if (fromY < 0 || fromY >= size.sizeY()) {
          continue;
        }
        for (int x = 0; x < size.sizeX(); x++) {
          int movedX = x - shift[0];
          int fromX = mirrored ? size.sizeX() - 1 - movedX : movedX;
          if (fromX >= 0 && fromX < size.sizeX()) {
            to[(z * size.sizeY() + y) * size.sizeX() + x] =
                from[(fromZ * size.sizeY() + fromY) * size.sizeX() + fromX];
          }
        }
      }
    }
    return Tensor.of(dose.shape(), to);
  }
}
