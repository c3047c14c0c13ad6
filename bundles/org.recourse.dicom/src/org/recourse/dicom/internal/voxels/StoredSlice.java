/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.voxels;

import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.DicomHeader;
import org.recourse.dicom.internal.toolkit.PixelData;

/**
 * One decoded image: signed stored values with their rescaling. The array belongs to whoever takes
 * the slice.
 */
record StoredSlice(
    SlicePlane plane, short[] values, float slope, float intercept, double thicknessMm) {

  private static final int HALF_RANGE = 32768;

  /** Reads a file and checks that it is the object it should be. */
  static StoredSlice read(Path file, String sopInstanceUid) throws DicomReadException {
    byte[] bytes = DicomFiles.bytesOf(file);
    DicomHeader header = DicomFiles.readHeader(file, bytes);
    Dataset image = Dataset.of(header);
    SourceCheck.identity(image, sopInstanceUid);
    PixelData pixels = PixelData.of(header, bytes);
    short[] values = pixels.storedShorts(0);
    double slope = image.number(Tag.RescaleSlope).orElse(1);
    double intercept = image.number(Tag.RescaleIntercept).orElse(0);
    if (!pixels.format().isSigned() && pixels.format().bitsStored() == Short.SIZE) {
      intercept += toSigned(values) * slope;
    }
    return new StoredSlice(
        SlicePlane.of(image),
        values,
        (float) slope,
        (float) intercept,
        image.number(Tag.SliceThickness).orElse(0));
  }

  /** Shifts unsigned values into the signed range if one needs it; returns the shift. */
  private static int toSigned(short[] values) {
    boolean large = false;
    for (short value : values) {
      large |= value < 0; // 32768 and above, seen as signed
    }
    if (!large) {
      return 0;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) ((values[i] & 0xFFFF) - HALF_RANGE);
    }
    return HALF_RANGE;
  }
}
