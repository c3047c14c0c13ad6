/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.tensor.Tensor;

/**
 * Extracts the dose volumes of a cohort. Each patient has a part, written under a temporary name
 * and moved: the voxels as 32-bit floats, little endian, x fastest, Gy, and a checksum (CRC-32C)
 * after them; an empty part stands for a patient without planned dose. A run that was killed goes
 * on with what is missing, and a damaged part is done again. At the end the volumes are put
 * together in {@value #VOLUMES}, in the order of the patients asked for, with {@value #GRID}; a
 * patient without a volume has NaN there. Immutable.
 *
 * @param grid size of the volumes
 */
public record DoseVolumeExtraction(DoseVolumeGrid grid) {

  /** All volumes, one after the other. */
  public static final String VOLUMES = "cohort.dose.f32";

  /** Their size. */
  public static final String GRID = "dose-grid.csv";

  private static final String PARTS = "dose-parts";

  public DoseVolumeExtraction {
    Objects.requireNonNull(grid, "grid");
  }

  /**
   * What became of the doses.
   *
   * @param volumeCount patients with a volume
   * @param findings what went wrong, case by case
   */
  public record Result(int volumeCount, List<Finding> findings) {

    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Extracts what is missing and writes the volumes of all. Without any volume no file is written
   * and an older one is removed.
   *
   * @param order patients of the file; those unknown to the source have no volume
   * @param target folder of the result
   * @param executor patients are spread over its threads
   * @throws IOException if a file cannot be written, or the folder holds parts of other settings
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     is done is kept
   */
  public Result run(
      DoseSource source,
      List<String> order,
      Path target,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws IOException {
    var parts =
        PartsFolder.open(target.resolve(PARTS), ".dose.f32", source.fingerprint() + "\n" + grid);
    List<String> missing =
        source.patientIds().stream().filter(id -> part(parts, id).isEmpty()).toList();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Extracting dose volumes", Math.max(1, missing.size()));
    Outcome[] outcomes = new Outcome[missing.size()];
    int batch = executor.threadCount();
    for (int start = 0; start < missing.size(); start += batch) {
      int from = start;
      int count = Math.min(batch, missing.size() - start);
      progress.subTask("Dose " + (start + 1) + " of " + missing.size());
      executor.forEachSlice(
          count,
          progress,
          i -> outcomes[from + i] = one(source, missing.get(from + i), parts, progress));
      progress.worked(count);
    }
    List<Finding> findings = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      outcome.finding().ifPresent(findings::add);
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
    }
    return new Result(together(parts, source.patientIds(), order, target, findings), findings);
  }

  /** What became of one patient; a failure is one of the disk, not of the case. */
  private record Outcome(Optional<Finding> finding, Optional<IOException> failure) {}

  private Outcome one(
      DoseSource source, String patientId, PartsFolder parts, IProgressMonitor monitor) {
    try {
      Optional<Tensor> dose = source.dose(patientId, grid, new WatchedMonitor(monitor));
      PartsFolder.write(parts.file(patientId), dose.map(this::bytes).orElse(new byte[0]));
      return new Outcome(Optional.empty(), Optional.empty());
    } catch (CaseFailure e) {
      return new Outcome(
          Optional.of(Finding.warning("No dose volume: " + e.getMessage(), patientId)),
          Optional.empty());
    } catch (IOException e) {
      return new Outcome(Optional.empty(), Optional.of(e));
    }
  }

  private byte[] bytes(Tensor dose) {
    if (!dose.shape().equals(grid.size().doseShape()) || !dose.isFinite()) {
      throw new IllegalArgumentException("no finite dose volume of " + grid + ": " + dose);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(grid.voxelCount() * Float.BYTES + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    dose.copyTo(bytes.asFloatBuffer());
    bytes.putInt(grid.voxelCount() * Float.BYTES, checksum(bytes.array()));
    return bytes.array();
  }

  private int checksum(byte[] part) {
    var checksum = new CRC32C();
    checksum.update(part, 0, grid.voxelCount() * Float.BYTES);
    return (int) checksum.getValue();
  }

  /** A whole part of a patient; no bytes for one without planned dose; empty if it must be done. */
  private Optional<byte[]> part(PartsFolder parts, String patientId) {
    Path file = parts.file(patientId);
    int volume = grid.voxelCount() * Float.BYTES;
    try {
      long size = Files.isRegularFile(file) ? Files.size(file) : -1;
      if (size != 0 && size != volume + Integer.BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      boolean whole =
          bytes.length == 0
              || ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(volume)
                  == checksum(bytes);
      return whole ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // done again: whatever it was, this program did not write it whole
    }
  }

  private int together(
      PartsFolder parts,
      List<String> known,
      List<String> order,
      Path target,
      List<Finding> findings)
      throws IOException {
    Path temporary = Files.createTempFile(target, ".dose", ".tmp");
    int count = 0;
    try {
      int volume = grid.voxelCount() * Float.BYTES;
      byte[] without = absent();
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        for (String id : order) {
          Optional<byte[]> own = known.contains(id) ? part(parts, id) : Optional.empty();
          boolean present = own.isPresent() && own.get().length > 0;
          out.write(present ? own.get() : without, 0, volume);
          count += present ? 1 : 0;
        }
      }
      if (count > 0) {
        grid.write(target.resolve(GRID));
        Files.move(
            temporary,
            target.resolve(VOLUMES),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(target.resolve(VOLUMES));
      }
    } finally {
      Files.deleteIfExists(temporary); // there only if nothing was moved
    }
    if (count < order.size()) {
      findings.add(
          Finding.info(
              count == 0
                  ? "No patient has a planned dose, so no dose volumes were written."
                  : "%d of %d patients have no dose volume; networks with dose need all of them."
                      .formatted(order.size() - count, order.size()),
              VOLUMES));
    }
    return count;
  }

  private byte[] absent() {
    ByteBuffer bytes =
        ByteBuffer.allocate(grid.voxelCount() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.putFloat(Float.NaN);
    }
    return bytes.array();
  }
}
