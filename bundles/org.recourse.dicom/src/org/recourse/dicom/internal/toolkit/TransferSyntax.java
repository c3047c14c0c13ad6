/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.util.Optional;

/** Encodings of a DICOM file that can be read, by how the pixels are kept. */
public enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", Pixels.NATIVE),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", Pixels.NATIVE),
  DEFLATED_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", Pixels.DEFLATED),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", Pixels.NATIVE),
  RLE_LOSSLESS("1.2.840.10008.1.2.5", Pixels.RLE),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Pixels.JPEG_LOSSLESS),
  JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", Pixels.JPEG_LOSSLESS),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Pixels.JPEG_2000),
  JPEG_2000("1.2.840.10008.1.2.4.91", Pixels.JPEG_2000);

  /** How pixels are kept. */
  public enum Pixels {
    NATIVE,
    DEFLATED,
    RLE,
    JPEG_LOSSLESS,
    JPEG_2000
  }

  private final String uid;
  private final Pixels pixels;

  TransferSyntax(String uid, Pixels pixels) {
    this.uid = uid;
    this.pixels = pixels;
  }

  public String uid() {
    return uid;
  }

  public Pixels pixels() {
    return pixels;
  }

  public boolean isBigEndian() {
    return this == EXPLICIT_BIG_ENDIAN;
  }

  /** Returns the syntax of a UID; empty if pixels in it cannot be decoded. */
  public static Optional<TransferSyntax> ofUid(String uid) {
    for (TransferSyntax syntax : values()) {
      if (syntax.uid.equals(uid)) {
        return Optional.of(syntax);
      }
    }
    return Optional.empty();
  }

  /** Returns a name for people, also for syntaxes that cannot be decoded. */
  public static String nameOf(String uid) {
    return switch (uid) {
      case "1.2.840.10008.1.2.4.50" -> "JPEG Baseline (lossy)";
      case "1.2.840.10008.1.2.4.51" -> "JPEG Extended (lossy)";
      case "1.2.840.10008.1.2.4.80" -> "JPEG-LS lossless";
      case "1.2.840.10008.1.2.4.81" -> "JPEG-LS near-lossless";
      case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" ->
          "High-Throughput JPEG 2000";
      default ->
          ofUid(uid)
              .map(syntax -> syntax.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
              .orElse("transfer syntax " + uid);
    };
  }
}
