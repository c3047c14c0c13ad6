/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AffineTransformTest {

  /** Points lie within 1 m; double keeps 1e-13 of that, times a few operations. */
  private static final double ROUNDING_MM = 1e-9;

  private static final double[] QUARTER_TURN_ABOUT_Z = {0, -1, 0, 10, 1, 0, 0, 0, 0, 0, 1, -5};

  @Test
  void workedExample() {
    AffineTransform turn = AffineTransform.ofRows(QUARTER_TURN_ABOUT_Z);

    assertEquals(new Vector3(8, 1, -2), turn.apply(new Vector3(1, 2, 3)));
  }

  @RepeatedTest(20)
  void inverseLeadsBack(RepetitionInfo run) {
    var random = new RandomGeometry(run.getCurrentRepetition());
    AffineTransform transform = random.rigid();
    Vector3 p = random.point(500);

    assertEquals(0, transform.inverse().apply(transform.apply(p)).distanceTo(p), ROUNDING_MM);
    assertEquals(0, transform.apply(transform.inverse().apply(p)).distanceTo(p), ROUNDING_MM);
    assertTrue(transform.isRigid(1e-9));
  }

  @RepeatedTest(20)
  void afterAppliesTheOtherOneFirst(RepetitionInfo run) {
    var random = new RandomGeometry(100 + run.getCurrentRepetition());
    AffineTransform first = random.rigid();
    AffineTransform second = random.rigid();
    Vector3 p = random.point(500);

    Vector3 expected = second.apply(first.apply(p));
    assertEquals(0, second.after(first).apply(p).distanceTo(expected), ROUNDING_MM);
  }

  @Test
  void matrixOfSixteenNumbersComesBack() {
    AffineTransform turn = AffineTransform.ofRows(QUARTER_TURN_ABOUT_Z);

    assertEquals(turn, AffineTransform.ofMatrix4x4(turn.toMatrix4x4()));
    assertEquals(turn.hashCode(), AffineTransform.ofMatrix4x4(turn.toMatrix4x4()).hashCode());
    assertEquals(10, turn.entry(0, 3));
  }

  @Test
  void refusesWhatIsNoAffineTransform() {
    double[] perspective = AffineTransform.IDENTITY.toMatrix4x4();
    perspective[12] = 1;
    double[] flat = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    double[] undefined = {1, 0, 0, Double.NaN, 0, 1, 0, 0, 0, 0, 1, 0};

    assertThrows(IllegalArgumentException.class, () -> AffineTransform.ofMatrix4x4(perspective));
    assertThrows(IllegalArgumentException.class, () -> AffineTransform.ofRows(flat).inverse());
    assertThrows(IllegalArgumentException.class, () -> AffineTransform.ofRows(undefined));
    assertThrows(IllegalArgumentException.class, () -> AffineTransform.ofRows(new double[9]));
  }

  @Test
  void mirrorAndScalingAreNotRigid() {
    double[] mirror = {-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    double[] scaling = {2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

    assertFalse(AffineTransform.ofRows(mirror).isRigid(1e-6));
    assertFalse(AffineTransform.ofRows(scaling).isRigid(1e-6));
  }
}
