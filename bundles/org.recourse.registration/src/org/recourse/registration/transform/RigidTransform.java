/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * Rotation about a centre and a shift: T(p) = Rz·Ry·Rx·(p − centre) + centre + shift, with
 * right-handed rotations about the patient axes. The six parameters mean little without the centre:
 * it should lie in the anatomy, so that rotation and shift do not fight each other.
 *
 * @param rotationRad angles about the x, y and z axis, rad
 * @param shiftMm shift of the centre, mm
 * @param centreMm centre of rotation, mm
 */
public record RigidTransform(Vector3 rotationRad, Vector3 shiftMm, Vector3 centreMm)
    implements SpatialTransform {

  public RigidTransform {
    for (Vector3 v : new Vector3[] {rotationRad, shiftMm, centreMm}) {
      if (!Double.isFinite(Objects.requireNonNull(v, "parameter").norm())) {
        throw new IllegalArgumentException("a parameter is not finite: " + v);
      }
    }
  }

  /** Returns the rigid transform with a given rotation centre that equals a rigid matrix. */
  public static RigidTransform of(AffineTransform rigid, Vector3 centreMm) {
    if (!rigid.isRigid(1e-4)) { // DICOM writes about six digits
      throw new IllegalArgumentException("not a rigid transform: " + rigid);
    }
    double sinY = Math.clamp(-rigid.entry(2, 0), -1, 1);
    double aboutX = Math.atan2(rigid.entry(2, 1), rigid.entry(2, 2));
    double aboutZ = Math.atan2(rigid.entry(1, 0), rigid.entry(0, 0));
    if (Math.abs(sinY) > 1 - 1e-12) { // gimbal lock: only the sum of the two angles is defined
      aboutX = Math.atan2(-rigid.entry(1, 2), rigid.entry(1, 1));
      aboutZ = 0;
    }
    return new RigidTransform(
        new Vector3(aboutX, Math.asin(sinY), aboutZ),
        rigid.apply(centreMm).minus(centreMm),
        centreMm);
  }

  /** Returns the nine entries of the rotation matrix Rz·Ry·Rx, row by row. */
  public static double[] rotationMatrix(Vector3 rotationRad) {
    double cx = Math.cos(rotationRad.x());
    double sx = Math.sin(rotationRad.x());
    double cy = Math.cos(rotationRad.y());
    double sy = Math.sin(rotationRad.y());
    double cz = Math.cos(rotationRad.z());
    double sz = Math.sin(rotationRad.z());
    return new double[] {
      cz * cy,
      cz * sy * sx - sz * cx,
      cz * sy * cx + sz * sx,
      sz * cy,
      sz * sy * sx + cz * cx,
      sz * sy * cx - cz * sx,
      -sy,
      cy * sx,
      cy * cx
    };
  }

  /** Returns the matrix of this transform. */
  public AffineTransform matrix() {
    double[] r = rotationMatrix(rotationRad);
    Vector3 c = centreMm;
    return AffineTransform.ofRows(
        new double[] {
          r[0], r[1], r[2], c.x() + shiftMm.x() - (r[0] * c.x() + r[1] * c.y() + r[2] * c.z()),
          r[3], r[4], r[5], c.y() + shiftMm.y() - (r[3] * c.x() + r[4] * c.y() + r[5] * c.z()),
          r[6], r[7], r[8], c.z() + shiftMm.z() - (r[6] * c.x() + r[7] * c.y() + r[8] * c.z())
        });
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    return matrix().apply(pointMm);
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    return Jacobian.of(matrix());
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.of(matrix());
  }
}
