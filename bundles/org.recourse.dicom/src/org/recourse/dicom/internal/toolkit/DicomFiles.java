/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;
import org.aoju.bus.image.galaxy.io.ImageEncodingOptions;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;

/** Reads and writes DICOM files. Stateless and thread-safe. */
public final class DicomFiles {

  /** Names this implementation in every file it writes (guard G4). */
  public static final String IMPLEMENTATION_CLASS_UID =
      "2.25.288763441079541216312498302107461327104";

  public static final String IMPLEMENTATION_VERSION = "RECOURSE_1_0";

  private static final int PREAMBLE_BYTES = 128;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final String WITHOUT_CHARSET = "ISO_IR 100";
  private static final String UTF_8 = "ISO_IR 192";

  static {
    // Guard G1: the toolkit takes text without a character set for GB18030.
    SpecificCharacterSet.setDefaultCharacterSet(WITHOUT_CHARSET);
  }

  private DicomFiles() {}

  /** Tells whether a file carries the DICOM mark after its preamble. */
  public static boolean hasDicomMark(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(PREAMBLE_BYTES + 4);
      return start.length == PREAMBLE_BYTES + 4
          && start[128] == 'D'
          && start[129] == 'I'
          && start[130] == 'C'
          && start[131] == 'M';
    }
  }

  /** Reads everything before the pixel data, or the whole file if it has none. */
  public static DicomHeader readHeader(Path file) throws DicomReadException {
    try (InputStream raw = Files.newInputStream(file);
        var in = new BufferedInputStream(raw, BUFFER_BYTES)) {
      return parse(file, in, Files.size(file));
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw unreadable(file, 0, e);
    }
  }

  /** Reads the header of a file whose bytes are in memory. */
  public static DicomHeader readHeader(Path file, byte[] bytes) throws DicomReadException {
    try (var in = new ByteArrayInputStream(bytes)) {
      return parse(file, in, bytes.length);
    } catch (IOException e) {
      throw unreadable(file, 0, e);
    }
  }

  /** Returns the bytes of a file. */
  public static byte[] bytesOf(Path file) throws DicomReadException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw unreadable(file, 0, e);
    }
  }

  /** Reads a whole file with its pixel data, ready to be written again. */
  public static Attributes readAll(Path file) throws DicomReadException {
    try (InputStream raw = Files.newInputStream(file);
        var in = new ImageInputStream(new BufferedInputStream(raw, BUFFER_BYTES))) {
      Attributes attributes = in.readDataset(-1, -1);
      repairFragments(attributes);
      return attributes;
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException | RuntimeException e) { // the toolkit throws unchecked exceptions as well
      throw unreadable(file, 0, e);
    }
  }

  private static DicomHeader parse(Path file, InputStream source, long fileBytes)
      throws DicomReadException, IOException {
    long position = 0;
    try (var in = new ImageInputStream(source)) {
      try {
        Attributes attributes = in.readDataset(-1, Tag.PixelData);
        Optional<DicomHeader.PixelLocation> pixels =
            in.tag() == Tag.PixelData
                ? Optional.of(new DicomHeader.PixelLocation(in.getPosition(), in.length()))
                : Optional.empty();
        return new DicomHeader(file, fileBytes, in.getTransferSyntax(), attributes, pixels);
      } finally {
        position = in.getPosition();
      }
    } catch (EOFException e) {
      throw new DicomReadException(
          file,
          "",
          "The file ends early, at byte " + position + ", in the middle of an attribute.",
          "Copy or export it again.",
          e);
    } catch (RuntimeException e) { // guard G5: the toolkit's own exceptions carry no message
      throw unreadable(file, position, e);
    }
  }

  /** Guard G3: the toolkit keeps the empty offset table as text, which it then cannot write. */
  private static void repairFragments(Attributes attributes) {
    if (attributes.getValue(Tag.PixelData) instanceof Fragments fragments) {
      for (int i = 0; i < fragments.size(); i++) {
        if (fragments.get(i) instanceof String) {
          fragments.set(i, Value.NULL);
        }
      }
    }
  }

  /**
   * Writes a data set as explicit little endian, complete or not at all.
   *
   * @throws DicomWriteException if it cannot be encoded or the file cannot be written
   */
  public static void write(Path file, Attributes attributes) throws DicomWriteException {
    write(file, attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
  }

  /** Writes a data set in a given transfer syntax; encapsulated pixels must fit it already. */
  public static void write(Path file, Attributes attributes, String transferSyntaxUid)
      throws DicomWriteException {
    attributes.setSpecificCharacterSet(UTF_8); // guard G2: never ISO 2022, never the default
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      encode(temporary, attributes, transferSyntaxUid);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) { // guard G7: a failing encoder leaves half a file
      deleteQuietly(temporary, e);
      throw new DicomWriteException(
          file, "The file could not be written: " + e.getMessage() + ".", e);
    }
  }

  private static void encode(Path target, Attributes attributes, String transferSyntaxUid)
      throws IOException {
    Attributes meta = attributes.createFileMetaInformation(transferSyntaxUid);
    meta.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS_UID);
    meta.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION);
    try (OutputStream raw = Files.newOutputStream(target);
        var buffered = new java.io.BufferedOutputStream(raw, 1 << 16);
        var out = new ImageOutputStream(buffered, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())) {
      out.setEncodingOptions(new ImageEncodingOptions(false, false, false, false, false));
      out.writeDataset(meta, attributes);
    }
  }

  private static void deleteQuietly(Path temporary, Exception cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static DicomReadException missing(Path file, IOException cause) {
    return new DicomReadException(
        file, "", "The file does not exist.", "Restore it or import again.", cause);
  }

  private static DicomReadException unreadable(Path file, long position, Exception cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new DicomReadException(
        file,
        "",
        "The file cannot be read as DICOM (byte " + position + ", " + reason + ").",
        "Export it again.",
        cause);
  }
}
