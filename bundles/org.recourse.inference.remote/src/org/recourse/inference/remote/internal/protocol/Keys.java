/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.Set;

/** Keys of JSON objects. A key that occurs twice would let two readers see two messages. */
final class Keys {

  private Keys() {}

  static String next(JsonReader reader, Set<String> seen) throws IOException, ProtocolException {
    String key = reader.nextName();
    if (!seen.add(key)) {
      throw new ProtocolException("the key " + Text.shortened(key) + " occurs twice");
    }
    return key;
  }
}
