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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.DicomHeader;
import org.recourse.dicom.internal.toolkit.PixelData;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.internal.toolkit.Tags;
import org.recourse.grid.parallel.SliceExecutor;

/** Finds and reads the headers of all files below a folder. */
public final class SourceScan {

  private final Path source;
  private final Path caseFolder;
  private final FindingList findings;

  public SourceScan(Path source, Path caseFolder, FindingList findings) {
    this.source = source.toAbsolutePath().normalize();
    this.caseFolder = caseFolder.toAbsolutePath().normalize();
    this.findings = findings;
  }

  /** What became of one file. */
  private sealed interface Scanned {
    record Usable(SourceFile file) implements Scanned {}

    record Unusable(DicomReadException cause) implements Scanned {}

    record Foreign(String reason) implements Scanned {}
  }

  /** Returns the usable files in the order of their names. */
  List<SourceFile> run(SliceExecutor executor, SubMonitor progress) throws DicomReadException {
    List<Path> paths = list();
    Scanned[] scanned = new Scanned[paths.size()];
    executor.forEachSlice(scanned.length, progress, i -> scanned[i] = scan(paths.get(i)));
    var usable = new ArrayList<SourceFile>();
    for (int i = 0; i < scanned.length; i++) {
      String name = nameOf(paths.get(i));
      switch (scanned[i]) {
        case Scanned.Usable(SourceFile file) -> usable.add(file);
        case Scanned.Unusable(DicomReadException cause) -> findings.rejected(name, cause);
        case Scanned.Foreign(String reason) ->
            findings.info(reason + " It was not imported.", name);
      }
    }
    return withoutDuplicates(usable);
  }

  private List<Path> list() throws DicomReadException {
    if (!Files.exists(source)) {
      throw new DicomReadException(source, "", "The folder does not exist.", "Choose another.");
    }
    var paths = new ArrayList<Path>();
    try {
      Files.walkFileTree(source, new Collector(paths));
    } catch (IOException e) {
      throw new DicomReadException(
          source, "", "The folder cannot be read: " + e.getMessage() + ".", "Check its rights.", e);
    }
    paths.sort(Comparator.naturalOrder());
    return paths;
  }

  /** Lists files; leaves out what an earlier import put into the case folder. */
  private final class Collector extends SimpleFileVisitor<Path> {

    private final List<Path> paths;

    Collector(List<Path> paths) {
      this.paths = paths;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean imported =
          folder.equals(caseFolder.resolve(CaseFiles.FOLDER))
              || folder.equals(caseFolder) && !folder.equals(source);
      return imported ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      paths.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      findings.error(
          "It cannot be read (" + cause.getMessage() + "). It was not imported.", nameOf(file));
      return FileVisitResult.CONTINUE;
    }
  }

  private String nameOf(Path file) {
    Path relative = source.equals(file) ? file.getFileName() : source.relativize(file);
    return relative.toString().replace('\\', '/');
  }

  private Scanned scan(Path file) {
    DicomHeader header;
    try {
      header = DicomFiles.readHeader(file);
    } catch (DicomReadException e) {
      return isMarked(file) ? new Scanned.Unusable(e) : new Scanned.Foreign("It is no DICOM file.");
    }
    Dataset data = Dataset.of(header);
    Optional<String> sopClassUid = data.text(Tag.SOPClassUID);
    if (sopClassUid.isEmpty()) {
      return file.getFileName().toString().equalsIgnoreCase("DICOMDIR")
          ? new Scanned.Foreign("It is only an index of DICOM files; the files were searched.")
          : new Scanned.Foreign(
              "It names no SOP Class UID (0008,0016), so it is no image or plan.");
    }
    Optional<SopClass> sopClass = SopClass.ofUid(sopClassUid.get());
    if (sopClass.isEmpty()) {
      return new Scanned.Unusable(
          data.problem(
              Tag.SOPClassUID,
              "It is a " + SopClass.nameOf(sopClassUid.get()) + ", which is not read.",
              "CT, MR, RTSTRUCT, RTPLAN, RTDOSE and spatial registrations are."));
    }
    try {
      return new Scanned.Usable(usable(file, header, data, sopClass.get()));
    } catch (DicomReadException e) {
      return new Scanned.Unusable(e);
    }
  }

  private SourceFile usable(Path file, DicomHeader header, Dataset data, SopClass sopClass)
      throws DicomReadException {
    String uid = data.requiredText(Tag.SOPInstanceUID);
    Optional<SlicePlane> plane = Optional.empty();
    if (sopClass.isImage()) {
      if (data.integer(Tag.BitsAllocated).orElse(16) > 16) {
        throw data.problem(
            Tag.BitsAllocated, "An image of 32 bit is not read.", "Export it with 16 bit.");
      }
      plane = Optional.of(SlicePlane.of(data));
      data.requiredText(Tag.SeriesInstanceUID);
      data.requiredText(Tag.FrameOfReferenceUID);
    }
    if (sopClass.isImage() || sopClass == SopClass.DOSE) {
      PixelData.check(header);
    }
    return new SourceFile(file, nameOf(file), sopClass, uid, data, plane);
  }

  private static boolean isMarked(Path file) {
    try {
      return DicomFiles.hasDicomMark(file);
    } catch (IOException e) {
      return true; // it cannot be read at all, which is worth an error
    }
  }

  private List<SourceFile> withoutDuplicates(List<SourceFile> files) {
    var firstByUid = new java.util.LinkedHashMap<String, SourceFile>();
    for (SourceFile file : files) {
      SourceFile first = firstByUid.putIfAbsent(file.sopInstanceUid(), file);
      if (first == null) {
        continue;
      }
      if (isSame(first.path(), file.path())) {
        findings.info("It is a copy of " + first.name() + " and was left out.", file.name());
      } else {
        findings.error(
            "It has the same SOP Instance UID as "
                + first.name()
                + " but other content. It was not imported; check which of the two is right.",
            file.name() + " " + Tags.nameOf(Tag.SOPInstanceUID));
      }
    }
    return List.copyOf(firstByUid.values());
  }

  private static boolean isSame(Path first, Path second) {
    try {
      return Files.mismatch(first, second) == -1;
    } catch (IOException e) {
      return false; // reported as different, which is the more cautious finding
    }
  }
}
