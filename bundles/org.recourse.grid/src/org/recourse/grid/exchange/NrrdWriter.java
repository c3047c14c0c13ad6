/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * Writes a grid of numbers as NRRD: float, gzip, left-posterior-superior, for what is no DICOM dose,
 * such as Gy per fraction. Immutable and thread-safe.
 *
 * <p>What the numbers are stands in the field {@code content} and in the key/value pairs. The file
 * is written to a temporary name and moved.
 *
 * @param content what the numbers are, with their unit, in a line
 * @param notes key/value pairs of the header, in their order
 */
public record NrrdWriter(String content, Map<String, String> notes) {

  public NrrdWriter {
    Objects.requireNonNull(notes, "notes");
    if (content.isBlank() || content.contains("\n")) {
      throw new IllegalArgumentException("the content is one line: " + content);
    }
  }

  /**
   * Writes a file.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; an
   *     older file is then left as it was
   */
  public void write(Path file, DoseGrid values, IProgressMonitor monitor) throws IOException {
    GridGeometry geometry = values.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Writing " + file, geometry.sizeZ());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        raw.write(header(geometry).getBytes(StandardCharsets.UTF_8));
        try (var zipped = new GZIPOutputStream(raw, 1 << 16)) {
          samples(values, zipped, progress);
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // there only if something failed
    }
  }

  private String header(GridGeometry geometry) {
    Vector3 spacing = geometry.spacingMm();
    var header = new StringBuilder("NRRD0004\n");
    header.append("type: float\ndimension: 3\nspace: left-posterior-superior\n");
    header.append("sizes: ").append(geometry.sizeX()).append(' ').append(geometry.sizeY());
    header.append(' ').append(geometry.sizeZ()).append('\n');
    header.append("space directions: ");
    header.append(vector(geometry.axes().x().times(spacing.x()))).append(' ');
    header.append(vector(geometry.axes().y().times(spacing.y()))).append(' ');
    header.append(vector(geometry.axes().z().times(spacing.z()))).append('\n');
    header.append("kinds: domain domain domain\nendian: little\nencoding: gzip\n");
    header.append("space origin: ").append(vector(geometry.originMm())).append('\n');
    header.append("content: ").append(content).append('\n');
    notes.forEach(
        (key, value) ->
            header.append(key).append(":=").append(value.replaceAll("\\R", " ")).append('\n'));
    return header.append('\n').toString();
  }

  private static String vector(Vector3 v) {
    return "(" + v.x() + "," + v.y() + "," + v.z() + ")";
  }

  private static void samples(DoseGrid values, OutputStream out, SubMonitor progress)
      throws IOException {
    float[] slice = new float[values.geometry().sliceVoxelCount()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * slice.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int z = 0; z < values.geometry().sizeZ(); z++) {
      progress.checkCanceled();
      values.copySlice(z, slice);
      bytes.asFloatBuffer().put(slice);
      out.write(bytes.array());
      progress.worked(1);
    }
  }
}
