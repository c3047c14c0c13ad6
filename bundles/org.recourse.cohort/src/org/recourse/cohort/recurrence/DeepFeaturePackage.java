/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

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
  private static final long LARGEST_NETWORK = 1L << 30;
  private static final long LARGEST_DESCRIPTION = 1L << 20;

  /** Means and deviations of the channels that torchvision's networks were trained with. */
  private static final List<Double> IMAGE_NET_MEAN = List.of(0.485, 0.456, 0.406);

  private static final List<Double> IMAGE_NET_DEVIATION = List.of(0.229, 0.224, 0.225);

  public DeepFeaturePackage {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (id.isBlank() || source.isBlank() || licence.isBlank()) {
      throw new IllegalArgumentException(
          "a package states id, source and licence: " + List.of(id, source, licence));
    }
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
   * Returns a package whose network takes images scaled as torchvision's networks were trained.
   *
   * @param source where the weights come from
   * @param licence under which they may be used
   * @param network ONNX bytes
   */
  public static DeepFeaturePackage ofTorchvision(
      String id, String source, String licence, int side, int featureCount, byte[] network) {
    return new DeepFeaturePackage(
        id, source, licence, side, featureCount, IMAGE_NET_MEAN, IMAGE_NET_DEVIATION, network);
  }

  /** Returns the SHA-256 of the network. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Writes the package into a folder that must be empty or not exist; the description comes last,
   * so that an interrupted run leaves no package.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IOException(folder + " is not empty; name another folder.");
      }
    }
    var json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("source", source);
    json.addProperty("licence", licence);
    json.addProperty("side", side);
    json.addProperty("featureCount", featureCount);
    json.add("mean", array(mean));
    json.add("deviation", array(deviation));
    json.addProperty("sha256", sha256());
    moved(folder.resolve(NETWORK), network);
    String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
    moved(folder.resolve(DESCRIPTION), (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonArray array(List<Double> numbers) {
    var array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }

  private static void moved(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, content);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
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
              + "; deep features need a network that you supply, see docs/deep-features.md.");
    }
    try {
      Path network = folder.resolve(NETWORK);
      requireSize(description, LARGEST_DESCRIPTION);
      requireSize(network, LARGEST_NETWORK);
      JsonObject json =
          JsonParser.parseString(Files.readString(description, StandardCharsets.UTF_8))
              .getAsJsonObject();
      var read =
          new DeepFeaturePackage(
              required(json, "id").getAsString(),
              required(json, "source").getAsString(),
              required(json, "licence").getAsString(),
              required(json, "side").getAsInt(),
              required(json, "featureCount").getAsInt(),
              numbers(required(json, "mean").getAsJsonArray()),
              numbers(required(json, "deviation").getAsJsonArray()),
              Files.readAllBytes(network));
      if (!read.sha256().equals(required(json, "sha256").getAsString())) {
        throw new DeepFeatureException(
            network + " is not the file that " + DESCRIPTION + " describes.");
      }
      return read;
    } catch (IOException e) {
      throw new DeepFeatureException(folder + " cannot be read: " + e, e);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException e) { // whatever the JSON reader says to damaged text
      throw new DeepFeatureException(description + " is damaged: " + e.getMessage(), e);
    }
  }

  private static void requireSize(Path file, long most) throws IOException, DeepFeatureException {
    if (Files.size(file) > most) {
      throw new DeepFeatureException(file + " is larger than " + most + " bytes and was refused.");
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
