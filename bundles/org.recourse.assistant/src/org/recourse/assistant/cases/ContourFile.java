/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;

/**
 * The bytes of a contour file: the line {@code ReCourse contours 1}, the number of contours, and
 * for each its number of points and their x, y, z (patient LPS, mm) as 64-bit numbers, all high
 * byte first. Nothing is rounded, so equal contours give equal files. Stateless.
 */
final class ContourFile {

  private static final byte[] HEADER = "ReCourse contours 1\n".getBytes(StandardCharsets.US_ASCII);

  /** More points than anybody draws; a larger number is damage. */
  private static final int MOST_POINTS = 10_000_000;

  private ContourFile() {}

  static byte[] bytes(ContourSet contours) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(HEADER);
      out.writeInt(contours.contours().size());
      for (PlanarContour contour : contours.contours()) {
        out.writeInt(contour.pointCount());
        for (double coordinateMm : contour.xyzMm()) {
          out.writeDouble(coordinateMm);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory is not written to a device", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws IOException if they are no contour file or a damaged one
   */
  static ContourSet contours(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
        throw new IOException("it does not begin with 'ReCourse contours 1'");
      }
      int count = checked(in.readInt());
      List<PlanarContour> contours = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double[] xyzMm = new double[3 * checked(in.readInt())];
        for (int k = 0; k < xyzMm.length; k++) {
          xyzMm[k] = in.readDouble();
        }
        contours.add(PlanarContour.of(xyzMm));
      }
      if (in.read() >= 0) {
        throw new IOException("something follows the last contour");
      }
      return new ContourSet(contours);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static int checked(int count) throws IOException {
    if (count < 0 || count > MOST_POINTS) {
      throw new IOException("a count is " + count);
    }
    return count;
  }

  /** SHA-256 of a file, 64 hexadecimal digits. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }
}
