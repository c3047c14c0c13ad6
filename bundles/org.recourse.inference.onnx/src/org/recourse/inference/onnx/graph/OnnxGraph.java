/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * Builds one ONNX model. Every method that adds a value returns its name, which later nodes take as
 * input. Not thread-safe.
 */
public final class OnnxGraph {

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 16;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** Name of the axis whose size is not fixed. */
  private static final String BATCH = "cases";

  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtobufWriter graph = new ProtobufWriter();
  private int valueCount;

  public OnnxGraph(String name) {
    graph.text(2, name);
  }

  public String input(String name, TensorShape shape) {
    graph.message(11, valueInfo(name, shape, false));
    return name;
  }

  /** Adds an input that holds any number of cases of one shape. */
  public String batchInput(String name, TensorShape caseShape) {
    graph.message(11, valueInfo(name, caseShape, true));
    return name;
  }

  /** Names the result of a node with any number of cases and makes it an output. */
  public void batchOutput(String name, String value, TensorShape caseShape) {
    graph.message(1, message("Identity", Map.of(), name, value));
    graph.message(12, valueInfo(name, caseShape, true));
  }

  /** Names the result of a node and makes it an output. */
  public void output(String name, String value, TensorShape shape) {
    graph.message(1, message("Identity", Map.of(), name, value));
    graph.message(12, valueInfo(name, shape, false));
  }

  /** Adds constant numbers. */
  public String constant(Tensor tensor) {
    float[] values = tensor.toArray();
    ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES);
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return initializer(FLOAT, tensor.shape().toLongArray(), raw.array());
  }

  /** Adds a constant list of integers, such as a shape. */
  public String integers(long... values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES);
    raw.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return initializer(INT64, new long[] {values.length}, raw.array());
  }

  /** Adds a node without attributes. */
  public String node(String operator, String... inputs) {
    return node(operator, Map.of(), inputs);
  }

  /**
   * Adds a node with one output.
   *
   * @param attributes values are Integer, Float or long[]
   */
  public String node(String operator, Map<String, Object> attributes, String... inputs) {
    String output = nextName();
    graph.message(1, message(operator, attributes, output, inputs));
    return output;
  }

  /** Returns the model as the content of an {@code .onnx} file. */
  public byte[] toBytes() {
    var operatorSet = new ProtobufWriter().text(1, "").integer(2, OPERATOR_SET);
    return new ProtobufWriter()
        .integer(1, IR_VERSION)
        .text(2, "ReCourse")
        .message(7, graph)
        .message(8, operatorSet)
        .toBytes();
  }

  private String nextName() {
    valueCount++;
    return "v" + valueCount;
  }

  private String initializer(int type, long[] sizes, byte[] raw) {
    String name = nextName();
    var tensor = new ProtobufWriter();
    for (long size : sizes) {
      tensor.integer(1, size);
    }
    graph.message(5, tensor.integer(2, type).text(8, name).raw(9, raw));
    return name;
  }

  private static ProtobufWriter message(
      String operator, Map<String, Object> attributes, String output, String... inputs) {
    var node = new ProtobufWriter();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, output).text(3, operator + "_" + output).text(4, operator);
    // sorted, so that the same network gives the same bytes
    new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
    return node;
  }

  private static ProtobufWriter attribute(String name, Object value) {
    var attribute = new ProtobufWriter().text(1, name);
    return switch (value) {
      case Integer number -> attribute.integer(3, number).integer(20, ATTRIBUTE_INT);
      case Float number -> attribute.real(2, number).integer(20, ATTRIBUTE_FLOAT);
      case long[] numbers -> {
        for (long number : numbers) {
          attribute.integer(8, number);
        }
        yield attribute.integer(20, ATTRIBUTE_INTS);
      }
      default -> throw new IllegalArgumentException("no attribute type for " + name + ": " + value);
    };
  }

  private static ProtobufWriter valueInfo(String name, TensorShape shape, boolean batch) {
    var sizes = new ProtobufWriter();
    if (batch) {
      sizes.message(1, new ProtobufWriter().text(2, BATCH));
    }
    for (int size : shape.sizes()) {
      sizes.message(1, new ProtobufWriter().integer(1, size));
    }
    var tensorType = new ProtobufWriter().integer(1, FLOAT).message(2, sizes);
    return new ProtobufWriter()
        .text(1, name)
        .message(2, new ProtobufWriter().message(1, tensorType));
  }
}
