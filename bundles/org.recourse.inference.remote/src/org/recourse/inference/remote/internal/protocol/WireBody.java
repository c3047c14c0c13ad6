/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Body of an HTTP message: JSON, followed by binary tensors if the length of the JSON is given. The
 * array is shared with who made it and must not be changed.
 *
 * @param bytes the whole body
 * @param jsonLength value of {@link #JSON_LENGTH_HEADER}; absent if all of it is JSON
 */
public record WireBody(byte[] bytes, OptionalInt jsonLength) {

  /** Header that gives the length of the JSON when binary tensors follow. */
  public static final String JSON_LENGTH_HEADER = "Inference-Header-Content-Length";

  public static final String JSON_TYPE = "application/json";
  public static final String BINARY_TYPE = "application/octet-stream";

  public WireBody {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(jsonLength, "jsonLength");
  }

  public String contentType() {
    return jsonLength.isPresent() ? BINARY_TYPE : JSON_TYPE;
  }

  /** Returns the length that a header states. */
  public static OptionalInt jsonLength(String header) throws ProtocolException {
    try {
      int length = Integer.parseInt(header.strip());
      if (length < 0) {
        throw new NumberFormatException("negative");
      }
      return OptionalInt.of(length);
    } catch (NumberFormatException e) {
      throw new ProtocolException(
          JSON_LENGTH_HEADER + " is no length: " + Text.shortened(header), e);
    }
  }
}
