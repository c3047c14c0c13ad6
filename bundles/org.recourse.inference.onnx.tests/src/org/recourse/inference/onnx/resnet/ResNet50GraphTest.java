/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.resnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.GraphSignature;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedGraph;
import org.recourse.inference.onnx.OnnxGraphRuntime;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.inference.weights.SafetensorsFile;
import org.recourse.inference.weights.WeightsFileException;

class ResNet50GraphTest {

  /** Single precision through 53 layers; the outputs are of the order 1. */
  private static final double TOLERANCE = 1e-4;

  private static final int SIDE = 64;

  @TempDir Path folder;

  /** torchvision documents 25,557,032 parameters of resnet50; running statistics come to 53,120. */
  @Test
  void hasThePublishedNumberOfParameters() {
    long all = ResNet50Layout.shapes().values().stream().mapToLong(TensorShape::valueCount).sum();
    long statistics =
        ResNet50Layout.shapes().entrySet().stream()
            .filter(e -> e.getKey().contains("running"))
            .mapToLong(e -> e.getValue().valueCount())
            .sum();
    assertEquals(25_557_032, all - statistics);
  }

  @Test
  void graphOfAFileEqualsTheDefinition() throws Exception {
    ResNet50Weights made = ResNet50Weights.random(20261121);
    Path file = folder.resolve("resnet50.safetensors");
    write(file, made, Map.of());
    ResNet50Weights read = ResNet50Weights.of(SafetensorsFile.open(file));
    byte[] graph = ResNet50Graph.of(read, SIDE);
    var random = new Random(5);
    List<Tensor> images = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      float[] values = new float[3 * SIDE * SIDE];
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) random.nextGaussian();
      }
      images.add(Tensor.of(TensorShape.of(3, SIDE, SIDE), values));
    }
    List<Tensor> features = run(graph, images);
    double[] plain = new PlainResNet50(made).features(channels(images.getFirst()));
    double largest = 0;
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], features.getFirst().at(i), TOLERANCE, "feature " + i);
      largest = Math.max(largest, Math.abs(plain[i]));
    }
    assertTrue(largest > 0.1 && largest < 100, "of the order 1, or the tolerance says nothing");
    assertNotEquals(features.get(0), features.get(1));
    assertArrayEquals(
        features.get(1).toArray(),
        run(graph, images.subList(1, 2)).getFirst().toArray(),
        (float) TOLERANCE);
    InferenceException other =
        assertThrows(
            InferenceException.class, () -> load(graph, 32, ResNet50Layout.OUTPUTS).close());
    assertTrue(other.getMessage().contains("3 x 32 x 32"), other.getMessage());
    assertThrows(InferenceException.class, () -> load(graph, SIDE, 999).close());
    assertThrows(InferenceException.class, () -> load(new byte[] {1, 2, 3}, SIDE, 1000).close());
  }

  private static double[][][] channels(Tensor image) {
    double[][][] channels = new double[3][SIDE][SIDE];
    for (int i = 0; i < image.shape().valueCount(); i++) {
      channels[i / (SIDE * SIDE)][i / SIDE % SIDE][i % SIDE] = image.at(i);
    }
    return channels;
  }

  private static LoadedGraph load(byte[] graph, int side, int outputs) throws InferenceException {
    return new OnnxGraphRuntime()
        .load(graph, new GraphSignature(TensorShape.of(3, side, side), TensorShape.of(outputs)), 1);
  }

  private static List<Tensor> run(byte[] graph, List<Tensor> images) throws InferenceException {
    try (LoadedGraph loaded = load(graph, SIDE, ResNet50Layout.OUTPUTS)) {
      return loaded.run(images, new NullProgressMonitor());
    }
  }

  @Test
  void namesTheTensorThatIsWrong() throws Exception {
    ResNet50Weights made = ResNet50Weights.random(1);
    Path file = folder.resolve("other.safetensors");
    write(file, made, Map.of("layer3.2.bn2.running_var", "layer3.2.norm2.running_var"));
    refused(file, "layer3.2.bn2.running_var");
    write(file, made, Map.of("fc.weight", "fc.bias", "fc.bias", "fc.weight"));
    refused(file, "fc.weight");
  }

  private static void refused(Path file, String tensor) {
    String message =
        assertThrows(
                WeightsFileException.class, () -> ResNet50Weights.of(SafetensorsFile.open(file)))
            .getMessage();
    assertTrue(message.contains(" " + tensor + " ") || message.contains(tensor + "."), message);
  }

  @Test
  void randomWeightsDependOnTheSeedOnly() {
    Tensor one = ResNet50Weights.random(3).tensor("layer1.0.conv2.weight");
    assertEquals(one, ResNet50Weights.random(3).tensor("layer1.0.conv2.weight"));
    assertNotEquals(one, ResNet50Weights.random(4).tensor("layer1.0.conv2.weight"));
  }

  /** As torch's safetensors writes it, some tensors under other names. */
  private static void write(Path file, ResNet50Weights weights, Map<String, String> renamed)
      throws Exception {
    var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    var data = new ByteArrayOutputStream();
    for (String name : ResNet50Layout.shapes().keySet()) {
      Tensor tensor = weights.tensor(name);
      ByteBuffer raw = ByteBuffer.allocate(tensor.shape().valueCount() * Float.BYTES);
      tensor.copyTo(raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
      header.append(
          ",\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(
                  renamed.getOrDefault(name, name),
                  tensor.shape().sizes(),
                  data.size(),
                  data.size() + raw.capacity()));
      data.writeBytes(raw.array());
    }
    byte[] text = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(file)) {
      out.write(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(text.length)
              .array());
      out.write(text);
      data.writeTo(out);
    }
  }
}
