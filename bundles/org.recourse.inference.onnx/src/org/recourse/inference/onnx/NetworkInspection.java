/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.recourse.inference.engine.InferenceException;

/**
 * Looks through an ONNX file before native code sees it. Numbers kept in other files would let a
 * network read anything the user can read, and operators of other domains are code from elsewhere;
 * both are refused.
 */
final class NetworkInspection {

  /** Message types of ONNX that can hold tensors or operators, directly or not. */
  private enum Type {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR,
    SPARSE_TENSOR,
    FUNCTION
  }

  private static final Map<Type, Map<Integer, Type>> CHILDREN =
      Map.of(
          Type.MODEL, Map.of(7, Type.GRAPH, 25, Type.FUNCTION),
          Type.GRAPH, Map.of(1, Type.NODE, 5, Type.TENSOR, 15, Type.SPARSE_TENSOR),
          Type.NODE, Map.of(5, Type.ATTRIBUTE),
          Type.ATTRIBUTE,
              Map.of(
                  5,
                  Type.TENSOR,
                  6,
                  Type.GRAPH,
                  10,
                  Type.TENSOR,
                  11,
                  Type.GRAPH,
                  22,
                  Type.SPARSE_TENSOR,
                  23,
                  Type.SPARSE_TENSOR),
          Type.TENSOR, Map.of(),
          Type.SPARSE_TENSOR, Map.of(1, Type.TENSOR, 2, Type.TENSOR),
          Type.FUNCTION, Map.of(7, Type.NODE));

  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;
  private static final int NODE_DOMAIN = 7;
  private static final Set<String> KNOWN_DOMAINS = Set.of("", "ai.onnx");
  private static final int DEEPEST = 32;

  private NetworkInspection() {}

  /** Refuses a network that is no protobuf message or needs anything outside itself. */
  static void requireSelfContained(byte[] network) throws InferenceException {
    try {
      inspect(ByteBuffer.wrap(network), Type.MODEL, 0);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new InferenceException("The network is damaged: it is no ONNX file.", e);
    }
  }

  private static void inspect(ByteBuffer message, Type type, int depth) throws InferenceException {
    if (depth > DEEPEST) {
      throw new InferenceException("The network is nested too deeply.");
    }
    while (message.hasRemaining()) {
      long tag = varint(message);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> requireOwnData(type, field, varint(message));
        case 1 -> skip(message, Long.BYTES);
        case 2 -> inspectField(bytes(message), type, field, depth);
        case 5 -> skip(message, Integer.BYTES);
        default -> throw new IllegalArgumentException("wire type of tag " + tag);
      }
    }
  }

  private static void inspectField(ByteBuffer content, Type type, int field, int depth)
      throws InferenceException {
    if (type == Type.TENSOR && field == EXTERNAL_DATA) {
      requireOwnData(type, DATA_LOCATION, 1);
    }
    if (type == Type.NODE && field == NODE_DOMAIN) {
      String domain = StandardCharsets.UTF_8.decode(content).toString();
      if (!KNOWN_DOMAINS.contains(domain)) {
        throw new InferenceException(
            "The network uses operators of " + domain + ", which are not part of ONNX.");
      }
    }
    Type child = CHILDREN.get(type).get(field);
    if (child != null) {
      inspect(content, child, depth + 1);
    }
  }

  private static void requireOwnData(Type type, int field, long value) throws InferenceException {
    if (type == Type.TENSOR && field == DATA_LOCATION && value != 0) {
      throw new InferenceException(
          "The network keeps numbers in another file, which no package may do.");
    }
  }

  private static ByteBuffer bytes(ByteBuffer message) {
    long length = varint(message);
    if (length < 0 || length > message.remaining()) {
      throw new IllegalArgumentException("length " + length);
    }
    ByteBuffer content = message.slice(message.position(), (int) length);
    skip(message, (int) length);
    return content;
  }

  private static void skip(ByteBuffer message, int count) {
    message.position(message.position() + count);
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = message.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }
}
