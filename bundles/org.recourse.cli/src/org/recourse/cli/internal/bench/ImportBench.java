/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BenchmarkCase;
import org.recourse.phantom.PhantomException;

/**
 * Import of a CT of 200 slices with a large RTSTRUCT: files read, checked, copied, and the case
 * saved. The folder of the benchmark is kept in the cache, so its files lie in the memory of the
 * operating system; what is cold is the program.
 */
public final class ImportBench {

  private static final String FOLDER = "benchmark-ct200";
  private static final int WARM_UP = 2;
  private static final int RUNS = 7;

  private final Path cacheFolder;
  private final SliceExecutor executor;

  public ImportBench(Path cacheFolder, SliceExecutor executor) {
    this.cacheFolder = cacheFolder;
    this.executor = executor;
  }

  /** Returns the DICOM folder, writing it if it is missing. */
  public Path source(IProgressMonitor monitor) throws PhantomException, IOException {
    Path folder = cacheFolder.resolve(FOLDER);
    if (!Files.exists(folder)) {
      Files.createDirectories(cacheFolder);
      Path building = Files.createTempDirectory(cacheFolder, "." + FOLDER);
      try {
        BenchmarkCase.writeTo(building, executor, monitor);
        Files.move(building, folder);
      } finally {
        delete(building);
      }
    }
    return folder;
  }

  /** Times imports in this process after a warm-up. */
  public Measurement warm(Path source, IProgressMonitor monitor)
      throws DicomReadException, IOException {
    monitor.subTask("import/ct200/warm");
    double[] wallMs = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      Path made = importOnce(source, monitor);
      if (i >= 0) {
        wallMs[i] = (System.nanoTime() - start) / 1e6;
      }
      delete(made); // not part of the time
    }
    return new Measurement("import/ct200/warm", executor.threadCount(), WARM_UP, wallMs);
  }

  /** Times one import, the first one of this process. */
  public double coldMs(Path source) throws DicomReadException, IOException {
    long start = System.nanoTime();
    Path made = importOnce(source, new NullProgressMonitor());
    double wallMs = (System.nanoTime() - start) / 1e6;
    delete(made);
    return wallMs;
  }

  private Path importOnce(Path source, IProgressMonitor monitor)
      throws DicomReadException, IOException {
    Path folder = Files.createTempDirectory(cacheFolder, "bench-import-");
    ImportResult result = new DicomImport().importFolder(source, folder, executor, monitor);
    new CaseStore().save(result.patientCase(), folder);
    return folder;
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
