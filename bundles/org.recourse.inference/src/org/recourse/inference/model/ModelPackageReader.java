/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.internal.json.JsonRefusedException;

/**
 * Reads model packages from folders, wherever they come from: the product, a vendor's bundle or the
 * user. Nothing in a package is executed. Immutable and thread-safe.
 *
 * <p>Only the files that {@code model.json} names are read, each once and never beyond the size it
 * states. Symbolic links are refused, since they lead out of the folder that was checked.
 */
public final class ModelPackageReader {

  /** The file that makes a folder a model package. */
  public static final String DESCRIPTION_FILE = "model.json";

  /** The only name a model card has. */
  public static final String CARD_FILE = "MODEL_CARD.md";

  private final PackageLimits limits;

  public ModelPackageReader() {
    this(PackageLimits.STANDARD);
  }

  public ModelPackageReader(PackageLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /**
   * Reads and checks a package.
   *
   * @param folder the folder with {@code model.json}
   * @param monitor progress and cancellation, checked once a file
   * @throws ModelPackageException if the package is damaged, incomplete, too large or hostile
   */
  public ModelPackage read(Path folder, IProgressMonitor monitor) throws ModelPackageException {
    ModelDescription description = description(folder);
    requireLimits(folder, description);
    SubMonitor progress =
        SubMonitor.convert(monitor, "Reading model package", description.files().size());
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    for (PackageFile file : description.files()) {
      progress.checkCanceled();
      contents.put(file.role(), content(folder, file));
      progress.worked(1);
    }
    return new ModelPackage(description, contents);
  }

  private ModelDescription description(Path folder) throws ModelPackageException {
    Path file = inside(folder, DESCRIPTION_FILE);
    byte[] bytes = bounded(file, limits.descriptionBytes());
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ModelDescriptionJson.read(text);
    } catch (CharacterCodingException e) {
      throw new ModelPackageException(file, "the text is not UTF-8", e);
    } catch (JsonRefusedException | IllegalArgumentException e) {
      throw new ModelPackageException(file, e.getMessage(), e);
    }
  }

  private void requireLimits(Path folder, ModelDescription description)
      throws ModelPackageException {
    if (description.files().size() > limits.fileCount()) {
      throw new ModelPackageException(
          folder, description.files().size() + " files, at most " + limits.fileCount());
    }
    long total = 0;
    for (PackageFile file : description.files()) {
      if (file.byteCount() > limits.fileBytes()) {
        throw new ModelPackageException(
            folder.resolve(file.path()),
            file.byteCount() + " bytes are too many, at most " + limits.fileBytes());
      }
      total += file.byteCount();
      if (file.role() == FileRole.CARD && !file.path().equals(CARD_FILE)) {
        throw new ModelPackageException(
            folder.resolve(file.path()), "the model card must be " + CARD_FILE);
      }
    }
    if (total > limits.totalBytes()) {
      throw new ModelPackageException(
          folder, total + " bytes together are too many, at most " + limits.totalBytes());
    }
  }

  private static byte[] content(Path folder, PackageFile file) throws ModelPackageException {
    Path path = inside(folder, file.path());
    byte[] bytes = bounded(path, Math.toIntExact(file.byteCount()));
    if (bytes.length != file.byteCount()) {
      throw new ModelPackageException(
          path, "the file has " + bytes.length + " bytes instead of " + file.byteCount());
    }
    if (!sha256(bytes).equals(file.sha256())) {
      throw new ModelPackageException(
          path, "the checksum differs, so the file is damaged or was exchanged");
    }
    return bytes;
  }

  /** Returns the path of an ordinary file that lies in the folder without any link on the way. */
  private static Path inside(Path folder, String relative) throws ModelPackageException {
    Path path = folder.resolve(relative);
    try {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        String what = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "is no file" : "is missing";
        throw new ModelPackageException(path, relative + " " + what);
      }
      if (!path.toRealPath().equals(folder.toRealPath().resolve(relative))) {
        throw new ModelPackageException(path, relative + " leads out of the package");
      }
      return path;
    } catch (IOException e) {
      throw new ModelPackageException(path, relative + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a file that may grow while it is read; never more than the limit is held. */
  private static byte[] bounded(Path file, int limitBytes) throws ModelPackageException {
    try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = input.readNBytes(limitBytes);
      if (input.read() >= 0) {
        throw new ModelPackageException(file, "the file is larger than " + limitBytes + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new ModelPackageException(file, "the file cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
