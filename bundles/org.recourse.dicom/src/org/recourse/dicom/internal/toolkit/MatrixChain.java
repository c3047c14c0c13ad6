/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * The matrix of one item of a registration. Its matrix sequence may hold several: their order is
 * that of the matrix product, M = M1 · M2 · M3 for the first, second and third item (PS3.3
 * C.20.2.1.1), so that the last one acts on a point first. Not all programs agree: some apply the
 * first item first. {@link #orderMattersMm} tells how much hangs on it. Stateless.
 */
public final class MatrixChain {

  private MatrixChain() {}

  /** Half of the edge of the cube over which two orders are compared, mm. */
  private static final double REACH_MM = 250;

  /** Reads the one matrix registration of an item; each matrix is affine, as is the product. */
  public static AffineTransform of(Dataset item) throws DicomReadException {
    AffineTransform product = AffineTransform.IDENTITY;
    for (AffineTransform matrix : chain(item)) {
      product = product.after(matrix);
    }
    return product;
  }

  /** Returns how far the opposite order puts a point within 250 mm of the origin, 0 for one. */
  public static double orderMattersMm(Dataset item) throws DicomReadException {
    AffineTransform product = of(item);
    AffineTransform opposite = AffineTransform.IDENTITY;
    for (AffineTransform matrix : chain(item)) {
      opposite = matrix.after(opposite);
    }
    double mostMm = 0;
    for (int corner = 0; corner < 8; corner++) {
      var p =
          new Vector3(
              (corner & 1) == 0 ? REACH_MM : -REACH_MM,
              (corner & 2) == 0 ? REACH_MM : -REACH_MM,
              (corner & 4) == 0 ? REACH_MM : -REACH_MM);
      mostMm = Math.max(mostMm, product.apply(p).distanceTo(opposite.apply(p)));
    }
    return mostMm;
  }

  private static List<AffineTransform> chain(Dataset item) throws DicomReadException {
    List<Dataset> registrations = item.items(Tag.MatrixRegistrationSequence);
    if (registrations.size() != 1) {
      throw item.problem(
          Tag.MatrixRegistrationSequence,
          "It must have one item, and has " + registrations.size() + ".",
          "Export it again.");
    }
    List<Dataset> matrices = registrations.getFirst().items(Tag.MatrixSequence);
    if (matrices.isEmpty()) {
      throw item.problem(Tag.MatrixSequence, "It has no matrix.", "Export it again.");
    }
    var chain = new ArrayList<AffineTransform>();
    for (Dataset matrix : matrices) {
      chain.add(matrix(matrix));
    }
    return chain;
  }

  /** Reads the matrix of one item of a matrix sequence. */
  public static AffineTransform matrix(Dataset item) throws DicomReadException {
    double[] entries = item.requiredNumbers(Tag.FrameOfReferenceTransformationMatrix, 16);
    try {
      return AffineTransform.ofMatrix4x4(entries);
    } catch (IllegalArgumentException e) {
      throw item.problem(
          Tag.FrameOfReferenceTransformationMatrix, "It is no affine matrix.", "Export it again.");
    }
  }
}
