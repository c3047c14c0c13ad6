/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * A folder in which the scores of the costly steps of a training are kept, so that a training that
 * was killed goes on where it was and comes to exactly the same.
 *
 * <p>Each step is a file of doubles, written beside its place and then moved, so a kill leaves it
 * whole or absent. It starts with the digest of everything that the step depends on, and ends with
 * one of itself: a file of other patients, other settings or with a damage is as good as none, and
 * the step is computed. The same step gives the same scores, so nothing depends on whether it was
 * read. Immutable; two trainings at once need two folders.
 */
public final class KeptScores {

  /** Keeps nothing. */
  public static final KeptScores NONE = new KeptScores(Optional.empty(), new byte[0]);

  /**
   * Raised whenever a step computes something else than before, so that old files count no more.
   */
  private static final int VERSION = 1;

  private static final int DIGEST_BYTES = 32;

  private final Optional<Path> folder;
  private final byte[] key;

  private KeptScores(Optional<Path> folder, byte[] key) {
    this.folder = folder;
    this.key = key;
  }

  /** A step that takes long; rows may differ in length. */
  @FunctionalInterface
  public interface Step {
    double[][] compute() throws NotFittedException;
  }

  /** Keeps in a folder, which is made when the first step is done. */
  public static KeptScores in(Path folder) {
    return new KeptScores(Optional.of(folder), new byte[0]);
  }

  /**
   * The same folder for steps on these patients.
   *
   * @param settings text of everything else that the steps depend on
   */
  public KeptScores of(PreparedCohort.Sample patients, String settings) {
    if (folder.isEmpty()) {
      return this;
    }
    MessageDigest digest = digest();
    try (var data =
        new DataOutputStream(new DigestOutputStream(DataOutputStream.nullOutputStream(), digest))) {
      data.writeInt(VERSION);
      data.write(key);
      data.write(settings.getBytes(StandardCharsets.UTF_8));
      for (String name : patients.set().featureNames()) {
        data.writeUTF(name);
      }
      for (int i = 0; i < patients.set().size(); i++) {
        data.writeUTF(patients.patients().get(i).id());
        data.writeUTF(patients.patients().get(i).centre());
        data.writeBoolean(patients.set().event(i));
        for (double value : patients.set().row(i)) {
          data.writeDouble(value);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("nothing is written to", e);
    }
    return new KeptScores(folder, digest.digest());
  }

  /**
   * The scores of a step, read if they are there, else computed and kept.
   *
   * @param name of the step, another one for each
   * @throws NotFittedException as the step throws it; that is not kept
   * @throws UncheckedIOException if a file cannot be read or written
   */
  public double[][] rows(String name, Step step) throws NotFittedException {
    if (folder.isEmpty()) {
      return step.compute();
    }
    Path file = file(name);
    try {
      Optional<double[][]> kept = read(file);
      if (kept.isPresent()) {
        return kept.get();
      }
      double[][] rows = step.compute();
      write(file, rows);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("The reached state " + file + " cannot be kept: " + e, e);
    }
  }

  /** Scores of one kind of patients with their outcomes. */
  @FunctionalInterface
  public interface ScoreStep {
    ScoredOutcomes compute() throws NotFittedException;
  }

  /**
   * As {@link #rows} for a step that scores patients whose outcomes are known.
   *
   * @param events outcomes of the patients that are scored
   */
  public ScoredOutcomes scores(String name, boolean[] events, ScoreStep step)
      throws NotFittedException {
    double[][] rows =
        rows(
            name,
            () -> {
              ScoredOutcomes scores = step.compute();
              double[] row = new double[scores.size()];
              for (int i = 0; i < row.length; i++) {
                row[i] = scores.score(i);
              }
              return new double[][] {row};
            });
    return new ScoredOutcomes(rows[0], events);
  }

  private Path file(String name) {
    String readable = name.replaceAll("[^A-Za-z0-9]+", "-");
    return folder.orElseThrow().resolve(readable + ".scores");
  }

  private Optional<double[][]> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    int end = all.length - DIGEST_BYTES;
    if (end < key.length
        || !Arrays.equals(all, 0, key.length, key, 0, key.length)
        || !Arrays.equals(digest().digest(Arrays.copyOf(all, end)), tail(all, end))) {
      return Optional.empty();
    }
    try (var in =
        new DataInputStream(new ByteArrayInputStream(all, key.length, end - key.length))) {
      double[][] rows = new double[in.readInt()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new double[in.readInt()];
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] = in.readDouble();
        }
      }
      return Optional.of(rows);
    }
  }

  private static byte[] tail(byte[] all, int from) {
    return Arrays.copyOfRange(all, from, all.length);
  }

  private void write(Path file, double[][] rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(key);
      out.writeInt(rows.length);
      for (double[] row : rows) {
        out.writeInt(row.length);
        for (double value : row) {
          out.writeDouble(value);
        }
      }
      out.write(digest().digest(bytes.toByteArray()));
    }
    Files.createDirectories(folder.orElseThrow());
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, bytes.toByteArray());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
