/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.machine.PhotonMachine;

/**
 * Dose influence of single beams on disk, each in a file named after the digest of all it follows
 * from ({@link InfluenceKey}). A file is written under another name and moved, so a half one is
 * never read; one that is damaged is deleted with a finding and computed again. The files that were
 * not used for longest are deleted when all together are larger than the limit. Several programs
 * may share a folder. Thread-safe.
 */
public final class InfluenceCache {

  private static final String ENDING = ".influence";

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param folder made when first needed
   * @param mostBytes of all files together, not negative
   * @param clock time of use that files are marked with
   */
  public InfluenceCache(Path folder, long mostBytes, Clock clock) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.clock = Objects.requireNonNull(clock, "clock");
    if (mostBytes < 0) {
      throw new IllegalArgumentException("mostBytes is not negative: " + mostBytes);
    }
    this.mostBytes = mostBytes;
  }

  /** Files that could not be used, and why. */
  public synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The influence of a beam, if a sound file of it is there. */
  public synchronized Optional<InfluenceMatrix> read(
      String key, PhotonMachine machine, double cutOffMm, PlannedBeam beam, Mask scored) {
    Path file = folder.resolve(key + ENDING);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      BeamFile.Content content = BeamFile.read(file, key);
      InfluenceMatrix matrix =
          new PencilBeamEngine(machine, cutOffMm).ofStored(beam, scored, content);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return Optional.of(matrix);
    } catch (IOException e) {
      findings.add(
          Finding.warning(
              "A stored dose influence was not used ("
                  + e.getMessage()
                  + "); it is deleted and the beam computed again.",
              file.toString()));
      delete(file);
      return Optional.empty();
    }
  }

  /** Stores the influence of one beam; a disk that refuses becomes a finding. */
  public synchronized void write(String key, InfluenceMatrix single) {
    Path file = folder.resolve(key + ENDING);
    Path part = folder.resolve(key + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.createDirectories(folder);
      BeamFile.write(part, key, single.onlyBeam());
      Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      shrink();
    } catch (IOException e) {
      findings.add(
          Finding.warning(
              "The dose influence of a beam could not be stored: " + e, file.toString()));
      delete(part);
    }
  }

  private record Stored(Path file, long bytes, FileTime used) {}

  private void shrink() throws IOException {
    var stored = new ArrayList<Stored>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        stored.add(new Stored(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    stored.sort(Comparator.comparing(Stored::used).thenComparing(Stored::file));
    long all = stored.stream().mapToLong(Stored::bytes).sum();
    for (Stored oldest : stored) {
      if (all <= mostBytes) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      all -= oldest.bytes();
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      findings.add(Finding.warning("A file could not be deleted: " + e, file.toString()));
    }
  }
}
