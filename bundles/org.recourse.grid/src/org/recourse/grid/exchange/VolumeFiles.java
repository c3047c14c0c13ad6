/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a volume file by what is in it, not by its name: NIfTI-1 (also gzipped) or NRRD. */
public final class VolumeFiles {

  private VolumeFiles() {}

  /**
   * Reads a file of three dimensions.
   *
   * @throws VolumeReadException if it is neither format, broken, or has more than three dimensions
   */
  public static ExchangedVolume read(Path file) throws VolumeReadException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (isGzip(bytes)) {
        bytes = unzipped(bytes);
      }
      if (startsWith(bytes, "NRRD")) {
        return new NrrdReader(file, bytes).volume();
      }
      if (NiftiReader.isNifti(bytes)) {
        return new NiftiReader(file, bytes).volume();
      }
      throw new VolumeReadException(
          file, "neither NIfTI-1 nor NRRD; export the volume as .nii, .nii.gz or .nrrd.");
    } catch (IOException e) {
      throw new VolumeReadException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  static boolean startsWith(byte[] bytes, String text) {
    byte[] start = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  static byte[] unzipped(byte[] bytes) throws IOException {
    try (var stream =
        new GZIPInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes)), 1 << 16)) {
      return stream.readAllBytes();
    }
  }
}
