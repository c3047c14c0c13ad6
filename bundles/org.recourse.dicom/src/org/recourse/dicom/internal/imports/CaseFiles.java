/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DicomReference;
import org.recourse.model.ModelFactory;

/**
 * The accepted files and their places in the case folder. They are copied to a temporary folder
 * that is renamed at the end, so a cancelled import leaves nothing behind.
 */
public final class CaseFiles {

  static final String FOLDER = "dicom";

  private static final String UNFINISHED_FOLDER = ".dicom-importing";

  private record Accepted(SourceFile file, DicomReference reference, String place) {}

  private final Path caseFolder;
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<String, String> folderBySeries = new HashMap<>();
  private final Map<String, Integer> countByFolder = new HashMap<>();
  private final Map<String, Integer> foldersByModality = new HashMap<>();

  public CaseFiles(Path caseFolder) {
    this.caseFolder = caseFolder;
  }

  /** Refuses a case folder that already holds imported files. */
  public void checkFree() throws DicomReadException {
    if (Files.exists(caseFolder.resolve(FOLDER))) {
      throw new DicomReadException(
          caseFolder,
          "",
          "The folder already holds the DICOM files of a case.",
          "Choose an empty folder for the new case.");
    }
  }

  /** Gives a file its place in the case and returns the reference to it. */
  DicomReference accept(SourceFile file) {
    String modality = file.sopClass().modality().toLowerCase(Locale.ROOT);
    String folder =
        folderBySeries.computeIfAbsent(
            modality + " " + file.seriesUid(),
            key -> modality + "-" + foldersByModality.merge(modality, 1, Integer::sum));
    int number = countByFolder.merge(folder, 1, Integer::sum);
    String place = String.format(Locale.ROOT, "%s/%04d.dcm", folder, number);
    DicomReference reference = ModelFactory.eINSTANCE.createDicomReference();
    reference.setSopClassUid(file.sopClass().uid());
    reference.setSopInstanceUid(file.sopInstanceUid());
    reference.setRelativePath(FOLDER + "/" + place);
    accepted.add(new Accepted(file, reference, place));
    return reference;
  }

  public boolean isEmpty() {
    return accepted.isEmpty();
  }

  /** Copies the accepted files unchanged and puts their digests into the references. */
  public void copy(SliceExecutor executor, SubMonitor progress) throws DicomReadException {
    Path unfinished = caseFolder.resolve(UNFINISHED_FOLDER);
    try {
      delete(unfinished);
      for (String folder : countByFolder.keySet()) {
        Files.createDirectories(unfinished.resolve(folder));
      }
      String[] digests = copyAll(unfinished, executor, progress);
      Files.move(unfinished, caseFolder.resolve(FOLDER), StandardCopyOption.ATOMIC_MOVE);
      for (int i = 0; i < digests.length; i++) {
        accepted.get(i).reference().setSha256(digests[i]);
      }
    } catch (IOException e) {
      throw new DicomReadException(
          caseFolder,
          "",
          "The files cannot be copied to the case: " + e.getMessage() + ".",
          "Check space and rights of the folder.",
          e);
    } finally {
      deleteUnfinished(unfinished);
    }
  }

  private String[] copyAll(Path target, SliceExecutor executor, SubMonitor progress)
      throws IOException {
    String[] digests = new String[accepted.size()];
    var failure = new AtomicReference<IOException>();
    executor.forEachSlice(
        digests.length,
        progress,
        i -> {
          Accepted file = accepted.get(i);
          try {
            byte[] bytes = Files.readAllBytes(file.file().path());
            Files.write(target.resolve(file.place()), bytes, StandardOpenOption.CREATE_NEW);
            digests[i] = sha256(bytes);
          } catch (IOException e) {
            failure.compareAndSet(null, e);
          }
        });
    if (failure.get() != null) {
      throw failure.get();
    }
    return digests;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void deleteUnfinished(Path folder) throws DicomReadException {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new DicomReadException(
          folder, "", "Unfinished copies cannot be deleted.", "Delete the folder by hand.", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
