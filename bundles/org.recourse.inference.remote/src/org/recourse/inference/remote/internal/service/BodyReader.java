/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a body up to a size and a time. Immutable and thread-safe. */
record BodyReader(int limitBytes, Duration longest) {

  private static final int PART_BYTES = 64 << 10;

  byte[] read(Question question, int ownLimitBytes) throws Refusal {
    int limit = Math.min(limitBytes, ownLimitBytes);
    long announced = announced(question);
    if (announced > limit) {
      throw tooLarge(limit);
    }
    long endNs = System.nanoTime() + longest.toNanos();
    var bytes = new ByteArrayOutputStream((int) Math.max(announced, PART_BYTES));
    byte[] part = new byte[PART_BYTES];
    try (InputStream body = question.body()) {
      for (int read = body.read(part); read >= 0; read = body.read(part)) {
        if (bytes.size() + read > limit) {
          throw tooLarge(limit);
        }
        if (System.nanoTime() > endNs) {
          throw new Refusal(Reply.TOO_SLOW, "the body did not arrive in time");
        }
        bytes.write(part, 0, read);
      }
    } catch (IOException e) {
      throw new Refusal(Reply.BAD_REQUEST, "the body did not arrive");
    }
    if (announced >= 0 && announced != bytes.size()) {
      throw new Refusal(Reply.BAD_REQUEST, "the body is shorter than announced");
    }
    return bytes.toByteArray();
  }

  private static Refusal tooLarge(int limit) {
    return new Refusal(Reply.TOO_LARGE, "the body has more than " + limit + " bytes");
  }

  /** Returns the size the client announces, or less than zero if it does not. */
  private static long announced(Question question) throws Refusal {
    String header = question.header("Content-Length").orElse("-1").strip();
    try {
      return Long.parseLong(header);
    } catch (NumberFormatException e) {
      throw new Refusal(Reply.BAD_REQUEST, "Content-Length is no length");
    }
  }
}
