/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.recourse.grid.geometry.AffineTransform;

/**
 * Names transforms by what they do, so that a changed transform has another name and what was
 * computed through the old one can be told stale. Stateless.
 */
public final class TransformId {

  private static final int DIGITS = 16;

  private TransformId() {}

  /** Names a matrix between two frames. */
  public static String ofMatrix(String fromFrameUid, String toFrameUid, AffineTransform matrix) {
    return "rigid-"
        + digest(fromFrameUid + '|' + toFrameUid + '|' + Arrays.toString(matrix.toMatrix4x4()));
  }

  /** Names the deformation that a file holds between two frames. */
  public static String ofFile(String fromFrameUid, String toFrameUid, String fileSha256) {
    return "deformable-" + digest(fromFrameUid + '|' + toFrameUid + '|' + fileSha256);
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
