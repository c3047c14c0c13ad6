/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.inference.remote.internal.protocol.MetadataJson;
import org.recourse.inference.remote.internal.protocol.WireBody;

/**
 * What goes back to a client.
 *
 * @param status HTTP status
 * @param headers headers with their values
 * @param body content; not to be changed
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORISED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int WRONG_METHOD = 405;
  static final int TOO_SLOW = 408;
  static final int TOO_LARGE = 413;
  static final int WRONG_ENCODING = 415;
  static final int FAILED = 500;
  static final int BUSY = 503;

  private static final String CONTENT_TYPE = "Content-Type";

  public Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(byte[] body) {
    return new Reply(OK, Map.of(CONTENT_TYPE, WireBody.JSON_TYPE), body);
  }

  /** Returns an error as the protocol has it. */
  public static Reply error(int status, String sentence) {
    return new Reply(
        status, Map.of(CONTENT_TYPE, WireBody.JSON_TYPE), MetadataJson.error(sentence));
  }

  static Reply of(WireBody body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CONTENT_TYPE, body.contentType());
    body.jsonLength()
        .ifPresent(length -> headers.put(WireBody.JSON_LENGTH_HEADER, Integer.toString(length)));
    return new Reply(OK, headers, body.bytes());
  }

  Reply with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }
}
