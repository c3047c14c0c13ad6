/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder of a trained ensemble: one model package a network, {@code member-1/network-1} and so
 * on, and {@code known-patients.json} with what the domain check needs. Immutable.
 *
 * @param path the folder
 */
record EnsembleFolder(Path path) {

  /** Members of an ensemble. */
  static final int MEMBERS = 5;

  private static final String KNOWN = "known-patients.json";

  /** Networks of a member. */
  static final int NETWORKS = 2;

  /**
   * Returns the folder of a network.
   *
   * @param member from 0
   * @param network of the member, from 0
   */
  Path network(int member, int network) {
    return path.resolve("member-" + (member + 1)).resolve("network-" + (network + 1));
  }

  /** Returns the folders of the networks of each member. */
  List<List<Path>> members() {
    return IntStream.range(0, MEMBERS)
        .mapToObj(k -> IntStream.range(0, NETWORKS).mapToObj(j -> network(k, j)).toList())
        .toList();
  }

  boolean isComplete() {
    return Files.exists(path.resolve(KNOWN))
        && members().stream().flatMap(List::stream).allMatch(Files::isDirectory);
  }

  void write(KnownPatients known) throws IOException {
    Path beside = path.resolve("." + KNOWN);
    Files.writeString(beside, new Gson().toJson(known.state()), StandardCharsets.UTF_8);
    Files.move(beside, path.resolve(KNOWN), StandardCopyOption.REPLACE_EXISTING);
  }

  KnownPatients known() throws IOException {
    Path file = path.resolve(KNOWN);
    try {
      KnownPatients.State state =
          new Gson()
              .fromJson(Files.readString(file, StandardCharsets.UTF_8), KnownPatients.State.class);
      if (state == null) { // what Gson gives for an empty file
        throw new IOException(file + " is empty.");
      }
      return new KnownPatients(PatientInputs.featureNames(), state);
    } catch (JsonParseException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns a checksum over every file of the ensemble. */
  String digest() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
