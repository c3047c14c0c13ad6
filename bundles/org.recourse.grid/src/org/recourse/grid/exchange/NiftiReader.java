/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;

/**
 * NIfTI-1 in one file (Cox 2004, nifti1.h). Positions are RAS in the file. The sform is used where
 * its code is set, else the qform; without both the position is unknown and voxel (0, 0, 0) is put
 * at the origin, with a finding.
 */
final class NiftiReader {

  private static final int HEADER_BYTES = 348;
  private static final int DIM = 40;
  private static final int DATATYPE = 70;
  private static final int PIXDIM = 76;
  private static final int VOX_OFFSET = 108;
  private static final int SLOPE = 112;
  private static final int INTERCEPT = 116;
  private static final int UNITS = 123;
  private static final int QFORM_CODE = 252;
  private static final int SFORM_CODE = 254;
  private static final int QUATERNION = 256;
  private static final int SROW = 280;
  private static final int MAGIC = 344;

  private final Path file;
  private final ByteBuffer data;
  private final List<Finding> findings = new ArrayList<>();

  NiftiReader(Path file, byte[] bytes) {
    this.file = file;
    data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (data.getInt(0) != HEADER_BYTES) {
      data.order(ByteOrder.BIG_ENDIAN);
    }
  }

  static boolean isNifti(byte[] bytes) {
    return bytes.length >= HEADER_BYTES
        && new String(bytes, MAGIC, 3, StandardCharsets.US_ASCII).equals("n+1");
  }

  ExchangedVolume volume() throws VolumeReadException {
    if (data.getInt(0) != HEADER_BYTES) {
      throw new VolumeReadException(file, "not a NIfTI-1 header of 348 bytes.");
    }
    var frame = frame();
    double slope = data.getFloat(SLOPE);
    boolean scaled = slope != 0 && Double.isFinite(slope);
    double intercept = data.getFloat(INTERCEPT);
    var samples = new SampleArray(file, data, (int) data.getFloat(VOX_OFFSET), type());
    return new ExchangedVolume(
        samples.volume(frame, scaled ? slope : 1, scaled ? intercept : 0),
        findings,
        frame.isReversed());
  }

  private int[] size() throws VolumeReadException {
    int dimensions = data.getShort(DIM);
    int[] size = new int[3];
    for (int i = 0; i < 7; i++) {
      int length = i < dimensions ? data.getShort(DIM + 2 + 2 * i) : 1;
      if (length < 1 || i >= 3 && length > 1) {
        throw new VolumeReadException(
            file, "three dimensions expected, dimension " + (i + 1) + " is " + length + ".");
      }
      if (i < 3) {
        size[i] = length;
      }
    }
    return size;
  }

  private SampleType type() throws VolumeReadException {
    int code = data.getShort(DATATYPE);
    return switch (code) {
      case 2 -> SampleType.UINT8;
      case 4 -> SampleType.INT16;
      case 8 -> SampleType.INT32;
      case 16 -> SampleType.FLOAT32;
      case 64 -> SampleType.FLOAT64;
      case 256 -> SampleType.INT8;
      case 512 -> SampleType.UINT16;
      case 768 -> SampleType.UINT32;
      default -> throw new VolumeReadException(file, "data type " + code + " is not supported.");
    };
  }

  private VoxelFrame frame() throws VolumeReadException {
    int[] size = size();
    double unit = unitMm();
    double[][] rows = new double[3][4];
    if (data.getShort(SFORM_CODE) > 0) {
      for (int row = 0; row < 3; row++) {
        for (int k = 0; k < 4; k++) {
          rows[row][k] = data.getFloat(SROW + 16 * row + 4 * k);
        }
      }
    } else if (data.getShort(QFORM_CODE) > 0) {
      rows = quaternionRows();
    } else {
      findings.add(
          Finding.warning(
              "The file states no position (neither sform nor qform); the first voxel was put at"
                  + " the origin and the axes along the patient.",
              file.toString()));
      for (int k = 0; k < 3; k++) {
        rows[k][k] = pixdim(k + 1);
      }
    }
    return new VoxelFrame(
        size,
        column(rows, 3, unit),
        column(rows, 0, unit),
        column(rows, 1, unit),
        column(rows, 2, unit));
  }

  /** RAS to LPS turns the first two axes. */
  private static Vector3 column(double[][] rows, int k, double unitMm) {
    return new Vector3(-rows[0][k] * unitMm, -rows[1][k] * unitMm, rows[2][k] * unitMm);
  }

  private double unitMm() {
    return switch (data.get(UNITS) & 7) {
      case 1 -> 1000;
      case 3 -> 0.001;
      default -> 1;
    };
  }

  private double pixdim(int k) {
    return data.getFloat(PIXDIM + 4 * k);
  }

  private double[][] quaternionRows() {
    double b = data.getFloat(QUATERNION);
    double c = data.getFloat(QUATERNION + 4);
    double d = data.getFloat(QUATERNION + 8);
    double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
    double handed = pixdim(0) < 0 ? -1 : 1;
    double[][] rotation = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double[][] rows = new double[3][4];
    for (int row = 0; row < 3; row++) {
      for (int k = 0; k < 3; k++) {
        rows[row][k] = rotation[row][k] * pixdim(k + 1) * (k == 2 ? handed : 1);
      }
      rows[row][3] = data.getFloat(QUATERNION + 12 + 4 * row);
    }
    return rows;
  }
}
