/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Remembers what was selected from which values, so that models that share a block of features do
 * not search it twice: Models II and III select from the same values. Keyed by the SHA-256 of the
 * values, outcomes and seed, so that another fold or permutation is never taken for the same. One
 * for each training; thread-safe.
 */
final class SelectionMemory {

  private final Map<String, int[]> chosen = new ConcurrentHashMap<>();

  /** Returns what is looked up and remembered under. */
  static String key(TrainingSet block, int foldCount, long seed) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(foldCount).putLong(seed).flip());
    var row = ByteBuffer.allocate(block.featureCount() * Double.BYTES + Byte.BYTES);
    for (int i = 0; i < block.size(); i++) {
      row.clear();
      for (double value : block.row(i)) {
        row.putDouble(value);
      }
      row.put((byte) (block.event(i) ? 1 : 0));
      digest.update(row.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Optional<int[]> find(String key) {
    return Optional.ofNullable(chosen.get(key)).map(int[]::clone);
  }

  void remember(String key, int[] columns) {
    chosen.put(key, columns.clone());
  }
}
