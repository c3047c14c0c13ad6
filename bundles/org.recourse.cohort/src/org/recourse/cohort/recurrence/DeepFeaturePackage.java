/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A network for deep features that the user supplies: a folder with {@value #DESCRIPTION} and
 * {@value #NETWORK}. Nothing is downloaded. Immutable; the network was read once and has the
 * checksum that the description states.
 *
 * @param id name of the package
 * @param source where the weights come from
 * @param licence under which they may be used
 * @param side pixels along each side of the image
 * @param featureCount numbers the network gives, 1000 in the paper
 * @param mean of each channel, subtracted after scaling to 0–1
 * @param deviation of each channel, divided by
 * @param network ONNX bytes; not to be written to
 */
public record DeepFeaturePackage(
    String id,
    String source,
    String licence,
    int side,
    int featureCount,
    List<Double> mean,
    List<Double> deviation,
    byte[] network) {

  static final String DESCRIPTION = "deep-features.json";
  static final String NETWORK = "network.onnx";

  private static final int CHANNELS = 3;
  private static final int MOST_PIXELS = 1024;
  private static final int MOST_FEATURES = 100_000;

  public DeepFeaturePackage {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (side < 8 || side > MOST_PIXELS || featureCount < 1 || featureCount > MOST_FEATURES) {
      throw new IllegalArgumentException(side + " pixels, " + featureCount + " features");
    }
    if (mean.size() != CHANNELS
        || deviation.size() != CHANNELS
        || deviation.stream().anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
    }
  }

  /**
   * Reads and checks a package.
   *
   * @throws DeepFeatureException if it is missing, damaged or changed
   */
  public static DeepFeaturePackage read(Path folder) throws DeepFeatureException {
    Path description = folder.resolve(DESCRIPTION);
    if (!Files.exists(description)) {
      throw new DeepFeatureException(
          folder
              + " holds no "
              + DESCRIPTION
              + "; deep features need a network that you supply, see docs/tables.md.");
    }
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(description, StandardCharsets.UTF_8))
              .getAsJsonObject();
      byte[] network = Files.readAllBytes(folder.resolve(NETWORK));
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network));
      if (!digest.equals(required(json, "sha256").getAsString())) {
        throw new DeepFeatureException(
            folder.resolve(NETWORK) + " is not the file that " + DESCRIPTION + " describes.");
      }
      return new DeepFeaturePackage(
          required(json, "id").getAsString(),
          required(json, "source").getAsString(),
          required(json, "licence").getAsString(),
          required(json, "side").getAsInt(),
          required(json, "featureCount").getAsInt(),
          numbers(required(json, "mean").getAsJsonArray()),
          numbers(required(json, "deviation").getAsJsonArray()),
          network);
    } catch (IOException e) {
      throw new DeepFeatureException(folder + " cannot be read: " + e, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException e) { // whatever the JSON reader says to damaged text
      throw new DeepFeatureException(description + " is damaged: " + e.getMessage(), e);
    }
  }

  private static List<Double> numbers(JsonArray array) {
    return array.asList().stream().map(element -> element.getAsDouble()).toList();
  }

  private static JsonElement required(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) { // Gson: null for an absent key
      throw new IllegalArgumentException("\"" + key + "\" is missing");
    }
    return value;
  }
}
