/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;

/**
 * A case named on the command line, opened. Closing it deletes the folder of a temporary import.
 *
 * @param openCase the case
 * @param findings what the import found, if there was one
 * @param temporaryFolders folders to delete
 */
record CaseFolder(OpenCase openCase, List<Finding> findings, List<Path> temporaryFolders)
    implements AutoCloseable {

  /** Word that stands for the synthetic case in the product. */
  static final String BUNDLED = "bundled";

  CaseFolder {
    findings = List.copyOf(findings);
    temporaryFolders = List.copyOf(temporaryFolders);
  }

  /** Opens a case folder, a case file, or the bundled case. */
  static CaseFolder open(
      String name, Surroundings surroundings, SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    Path folder =
        name.equals(BUNDLED) ? bundled(surroundings, executor, monitor) : existing(Path.of(name));
    if (!Files.exists(CaseStore.caseFile(folder))) {
      throw new RefusalException(
          folder + " is not a case folder; make one with: import " + folder + " --case OUT");
    }
    return new CaseFolder(load(folder, executor), List.of(), List.of());
  }

  /** Opens a case, or imports a DICOM folder into a temporary one. */
  static CaseFolder openOrImport(
      String name, Surroundings surroundings, SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    if (name.equals(BUNDLED) || Files.exists(CaseStore.caseFile(existing(Path.of(name))))) {
      return open(name, surroundings, executor, monitor);
    }
    Path temporary;
    try {
      temporary = Files.createTempDirectory("recourse-dvh-");
    } catch (IOException e) {
      throw new RefusalException("no temporary folder can be made: " + e, e);
    }
    try {
      ImportResult result =
          new DicomImport().importFolder(Path.of(name), temporary, executor, monitor);
      OpenCase openCase = OpenCase.of(temporary, result.patientCase(), executor);
      return new CaseFolder(openCase, result.findings(), List.of(temporary));
    } catch (DicomReadException e) {
      delete(temporary);
      throw new RefusalException(e.getMessage(), e);
    } catch (RuntimeException e) { // such as cancelled: nothing may stay behind
      delete(temporary);
      throw e;
    }
  }

  private static Path bundled(
      Surroundings surroundings, SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    try {
      return BundledCase.ensure(surroundings.cacheFolder(), executor, monitor);
    } catch (PhantomException e) {
      throw new RefusalException(
          e.getMessage()
              + " Name another folder with the environment variable "
              + HostFolders.CACHE_VARIABLE
              + ".",
          e);
    }
  }

  private static Path existing(Path path) throws RefusalException {
    if (!Files.exists(path)) {
      throw new RefusalException(
          path + " does not exist; name a case folder or '" + BUNDLED + "'.");
    }
    return Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
  }

  private static OpenCase load(Path folder, SliceExecutor executor) throws RefusalException {
    try {
      return OpenCase.load(folder, new CaseStore(), executor);
    } catch (CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  /** Copies a folder with everything in it. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  /** Deletes a folder with everything in it; what is not there is no error. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(deepestFirst::add);
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    temporaryFolders.forEach(CaseFolder::delete);
  }
}
