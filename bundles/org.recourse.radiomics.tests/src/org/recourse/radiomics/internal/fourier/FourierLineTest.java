/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierLineTest {

  private static final double ROUNDING = 1e-11;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12, 17, 64, 90, 127})
  void agreesWithTheDefinitionAndComesBack(int length) {
    var random = new Random(length);
    double[] re = random.doubles(length).toArray();
    double[] im = random.doubles(length).toArray();
    double[] a = re.clone();
    double[] b = im.clone();
    var line = new FourierLine(length);
    line.forward(a, b);
    for (int k = 0; k < length; k++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int n = 0; n < length; n++) {
        double angle = -2 * Math.PI * ((long) k * n % length) / length;
        sumRe += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
        sumIm += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
      }
      assertEquals(sumRe, a[k], ROUNDING);
      assertEquals(sumIm, b[k], ROUNDING);
    }
    line.backward(a, b);
    for (int n = 0; n < length; n++) {
      assertEquals(re[n], a[n] / length, ROUNDING);
      assertEquals(im[n], b[n] / length, ROUNDING);
    }
  }

  @Test
  void refusesAnEmptyLine() {
    assertThrows(IllegalArgumentException.class, () -> new FourierLine(0));
  }
}
