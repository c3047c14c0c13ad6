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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes model packages that {@link ModelPackageReader} reads. The same contents give the same
 * bytes. Stateless.
 */
public final class ModelPackageWriter {

  /**
   * Writes a package into a folder that must not exist yet. It is written beside its place and then
   * moved, so that half a package is never seen.
   *
   * @param folder where the package is to lie
   * @param description makes the description from the list of its files
   * @param contents the files by role, the model card among them
   * @throws IOException if the folder exists or cannot be written
   * @throws IllegalArgumentException if the description makes no sense
   */
  public void write(
      Path folder,
      Function<List<PackageFile>, ModelDescription> description,
      Map<FileRole, byte[]> contents)
      throws IOException {
    if (Files.exists(folder)) {
      throw new IOException(folder + " exists already");
    }
    Map<FileRole, byte[]> ordered = new TreeMap<>(contents);
    var files = new ArrayList<PackageFile>();
    ordered.forEach(
        (role, bytes) ->
            files.add(new PackageFile(fileName(role), role, bytes.length, sha256(bytes))));
    String json = ModelDescriptionWriting.text(description.apply(List.copyOf(files)));
    Path absolute = folder.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID());
    Files.createDirectory(beside);
    for (Map.Entry<FileRole, byte[]> file : ordered.entrySet()) {
      Files.write(beside.resolve(fileName(file.getKey())), file.getValue());
    }
    Files.writeString(
        beside.resolve(ModelPackageReader.DESCRIPTION_FILE), json, StandardCharsets.UTF_8);
    Files.move(beside, absolute, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String fileName(FileRole role) {
    return switch (role) {
      case CARD -> ModelPackageReader.CARD_FILE;
      case FORWARD -> "forward.onnx";
      case GRADIENT -> "gradient.onnx";
      case PARAMETERS -> "network.parameters";
      case DECISION -> "decision.json";
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
