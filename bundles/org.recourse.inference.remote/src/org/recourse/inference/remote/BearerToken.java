/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * A secret that opens the server (RFC 6750). Immutable and thread-safe. It shows itself nowhere
 * except in the header that carries it.
 */
public final class BearerToken {

  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~+/-]{1,4096}=*");
  private static final String SCHEME = "Bearer ";

  private final String secret;

  /**
   * @throws IllegalArgumentException if the text has characters that no token has; the message does
   *     not repeat it
   */
  public BearerToken(String secret) {
    if (!SYNTAX.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "a token consists of letters, digits and . _ ~ + / - without spaces");
    }
    this.secret = secret;
  }

  /** Returns the value of the header {@code Authorization}. */
  public String headerValue() {
    return SCHEME + secret;
  }

  /** Returns whether a header carries this token, in a time that does not depend on the header. */
  public boolean opens(String header) {
    return MessageDigest.isEqual(
        headerValue().getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof BearerToken other && opens(other.headerValue());
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "BearerToken[not shown]";
  }
}
