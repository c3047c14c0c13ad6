/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.nio.file.Path;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * A DICOM file without its pixels.
 *
 * @param file where it is
 * @param fileBytes size of the file
 * @param transferSyntaxUid how it is encoded
 * @param attributes everything before the pixel data, or everything if there is none
 * @param pixels where the pixel data is; empty if there is none
 */
public record DicomHeader(
    Path file,
    long fileBytes,
    String transferSyntaxUid,
    Attributes attributes,
    Optional<PixelLocation> pixels) {

  /**
   * Position of the pixel data in the file.
   *
   * @param offset first byte of the value, counted in the inflated stream for a deflated file
   * @param length bytes of the value; -1 if it is encapsulated
   */
  public record PixelLocation(long offset, int length) {

    public boolean isEncapsulated() {
      return length == -1;
    }
  }
}
