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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Imports a DICOM folder. The case is made in a folder beside its place and moved there at the end,
 * so that an interrupted import leaves nothing half done.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Reads a DICOM folder (any mix, any depth) into a case folder.")
final class ImportCommand extends CommandTask {

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder with DICOM files.")
  private Path source;

  @Option(
      names = "--case",
      required = true,
      paramLabel = "OUT",
      description = "Case folder to make; must not exist or be empty.")
  private Path target;

  ImportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (!Files.exists(source)) {
      throw new RefusalException(source + " does not exist; name a folder with DICOM files.");
    }
    Path place = target.toAbsolutePath().normalize();
    Path building = buildingFolder(place);
    List<Finding> findings;
    try {
      findings = importInto(building, executor, monitor);
      moveTo(building, place);
    } finally {
      CaseFolder.delete(building);
    }
    findings.forEach(finding -> surroundings().out().println(JsonResult.line(finding)));
    surroundings().out().flush();
    return ExitCode.of(findings);
  }

  /** Makes a folder beside the place, on the same disk, so that the move is one step. */
  private static Path buildingFolder(Path place) throws RefusalException {
    try {
      if (Files.exists(place) && !isEmptyFolder(place)) {
        throw new RefusalException(
            place + " exists and is not empty; name a new folder with --case.");
      }
      Files.createDirectories(place.getParent());
      // Not createTempDirectory: its narrow permissions would stay with the case.
      return Files.createDirectory(
          place.resolveSibling(
              "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part"));
    } catch (IOException e) {
      throw new RefusalException(place + " cannot be made (" + e + "); check the permission.", e);
    }
  }

  private static boolean isEmptyFolder(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> content = Files.list(place)) {
      return content.findAny().isEmpty();
    }
  }

  private List<Finding> importInto(Path folder, SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Importing " + source, 100);
    try {
      ImportResult result =
          new DicomImport().importFolder(source, folder, executor, progress.split(95));
      progress.checkCanceled();
      progress.setTaskName("Saving the case");
      new CaseStore().save(result.patientCase(), folder);
      return result.findings();
    } catch (DicomReadException | CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static void moveTo(Path building, Path place) throws RefusalException {
    try {
      Files.deleteIfExists(place); // an empty folder
      Files.move(building, place);
    } catch (IOException e) {
      throw new RefusalException(place + " cannot be made (" + e + "); name another folder.", e);
    }
  }
}
