/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.recourse.model.PatientCase;

/**
 * Reads and writes the case file of a case folder.
 *
 * <p>The file is XMI in UTF-8. Objects are written in the order of the model, every attribute that
 * has a default is written with its value, and references are URI fragments, so equal cases give
 * equal files. A save writes a temporary file in the same folder, keeps the present file as {@value
 * #BACKUP_NAME} and then moves the new one into place in one step: whatever interrupts it, {@value
 * #FILE_NAME} is either the old case or the new one.
 *
 * <p>Stateless and thread-safe; the case itself belongs to one thread at a time.
 */
public final class CaseStore {

  /** Name of the case file in its folder. */
  public static final String FILE_NAME = "case.recourse";

  /** Name of the version before the last save. */
  public static final String BACKUP_NAME = "case.recourse.bak";

  /** Format that this release writes; older ones are read and migrated. */
  public static final int FORMAT_VERSION = 1;

  private final FormatHistory history;

  /** Makes a store that knows every format up to {@link #FORMAT_VERSION}. */
  public CaseStore() {
    // Each format step is one class, such as V1ToV2, registered here in order.
    this(new FormatHistory(FORMAT_VERSION, List.of()));
  }

  CaseStore(FormatHistory history) {
    this.history = history;
  }

  /** Returns the case file of a case folder, whether it exists or not. */
  public static Path caseFile(Path caseFolder) {
    return caseFolder.resolve(FILE_NAME);
  }

  /**
   * Reads the case of a case folder.
   *
   * @throws CaseStoreException if there is no case, it was written by a newer release, or the file
   *     is damaged; the message says which, where, and what to do
   */
  public PatientCase load(Path caseFolder) throws CaseStoreException {
    return loadFile(caseFile(caseFolder));
  }

  /** Reads a case file of any name; otherwise like {@link #load}. */
  public PatientCase loadFile(Path file) throws CaseStoreException {
    byte[] bytes = readAll(file);
    int version = CaseHeader.read(file, bytes).formatVersion();
    if (version > history.currentVersion()) {
      throw new CaseStoreException(
          file,
          "the case has format version "
              + version
              + "; this release reads versions up to "
              + history.currentVersion()
              + ". Open it with a newer release of ReCourse; the file was not changed.");
    }
    return version < history.currentVersion()
        ? CaseXmi.read(file, history.migrate(file, bytes, version))
        : CaseXmi.read(file, bytes);
  }

  /** Writes a case into a case folder, which is created if it does not exist. */
  public void save(PatientCase patientCase, Path caseFolder) throws CaseStoreException {
    Path file = caseFile(caseFolder);
    byte[] bytes = CaseXmi.write(patientCase, file, FORMAT_VERSION);
    try {
      Files.createDirectories(caseFolder);
      new FileReplacement(file, caseFolder.resolve(BACKUP_NAME))
          .write(stream -> stream.write(bytes));
    } catch (IOException e) {
      throw new CaseStoreException(
          file,
          "the case could not be saved ("
              + e
              + "). The file on disk is unchanged. Check free space and write permission of the"
              + " folder and save again.",
          e);
    }
  }

  /**
   * Returns the bytes that {@link #save} would write, for callers that write through the workspace.
   */
  public byte[] toBytes(PatientCase patientCase) throws CaseStoreException {
    return CaseXmi.write(patientCase, Path.of(FILE_NAME), FORMAT_VERSION);
  }

  private static byte[] readAll(Path file) throws CaseStoreException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new CaseStoreException(file, "there is no case here. " + DamagedCase.remedy(file), e);
    } catch (IOException e) {
      throw new CaseStoreException(
          file, "the case could not be read (" + e + "). Check the permissions of the file.", e);
    }
  }
}
