/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Makes UIDs that follow from a name. Stateless and thread-safe. */
public final class DicomUid {

  private static final int UUID_BYTES = 16;

  private DicomUid() {}

  /**
   * Returns a UID under 2.25 (UUID derived, DICOM PS3.5 B.2) from the SHA-256 of a name; the same
   * name gives the same UID on every machine.
   */
  public static String ofName(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      byte[] uuid = Arrays.copyOf(digest, UUID_BYTES);
      uuid[6] = (byte) (uuid[6] & 0x0f | 0x80); // version 8: custom, by name
      uuid[8] = (byte) (uuid[8] & 0x3f | 0x80); // variant of RFC 9562
      return "2.25." + new BigInteger(1, uuid);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
