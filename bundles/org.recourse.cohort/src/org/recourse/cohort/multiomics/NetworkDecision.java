/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/**
 * From which score of a network a patient counts as positive, kept with its package: the score at
 * which the recalibrated probability equals the incidence of the training patients.
 *
 * @param scoreThreshold between 0 and 1
 */
record NetworkDecision(double scoreThreshold) {

  private static final String SCHEMA = "recourse/network-decision/1";
  private static final String THRESHOLD = "scoreThreshold";

  NetworkDecision {
    if (!(scoreThreshold >= 0 && scoreThreshold <= 1)) { // also not a number
      throw new IllegalArgumentException(
          "the threshold of the package must be from 0 to 1: " + scoreThreshold);
    }
  }

  byte[] toBytes() {
    var json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty(THRESHOLD, scoreThreshold);
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Throws IllegalArgumentException with a sentence for a damaged file. */
  static NetworkDecision of(byte[] file) {
    try {
      JsonObject json =
          JsonParser.parseString(new String(file, StandardCharsets.UTF_8)).getAsJsonObject();
      JsonElement schema = json.get("schema");
      JsonElement threshold = json.get(THRESHOLD);
      if (schema == null || threshold == null || !SCHEMA.equals(schema.getAsString())) {
        throw new IllegalArgumentException("the threshold of the package is damaged");
      }
      return new NetworkDecision(threshold.getAsDouble());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException e) { // whatever the JSON reader says to damaged text
      throw new IllegalArgumentException("the threshold of the package is damaged", e);
    }
  }
}
