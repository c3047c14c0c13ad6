/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * Networks as the parameters file of a model package of the format {@value #FORMAT}: numbers only,
 * in the order of the layout, so there is nothing in it that could be executed. The first network
 * is the model; further ones are its ensemble, networks that were trained without one part of the
 * patients each.
 *
 * <p>Layout, big endian: magic number, version 1, variant, sizes z, y, x, dose flag, features,
 * first channels, number of networks, then the parameters of each as 32-bit floats.
 *
 * @param variant variant of all networks
 * @param size size of the dose volume, which a network without dose ignores
 * @param networks at least one, all of one layout
 */
public record NetworkFile(NetworkVariant variant, NetworkSize size, List<NetworkWeights> networks) {

  /** Format of a model package that holds such a file in the role of its parameters. */
  public static final String FORMAT = "multi-omics";

  private static final int MAGIC = 0x52434d4f;
  private static final int VERSION = 1;
  private static final int MOST_NETWORKS = 32;
  private static final int MOST_VOXELS_AN_AXIS = 512;

  public NetworkFile {
    networks = List.copyOf(networks);
    if (networks.isEmpty() || networks.size() > MOST_NETWORKS) {
      throw new IllegalArgumentException(
          "a file holds 1 to " + MOST_NETWORKS + " networks: " + networks.size());
    }
    if (networks.stream().map(NetworkWeights::layout).distinct().count() > 1) {
      throw new IllegalArgumentException("the networks of a file have one layout");
    }
  }

  /** Returns the network that is the model. */
  public NetworkWeights model() {
    return networks.getFirst();
  }

  /** Returns the networks beside the model. */
  public List<NetworkWeights> ensemble() {
    return networks.subList(1, networks.size());
  }

  /** Returns the bytes of the file. */
  public byte[] toBytes() {
    NetworkLayout layout = model().layout();
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      int[] header = {
        MAGIC,
        VERSION,
        variant.ordinal(),
        size.sizeZ(),
        size.sizeY(),
        size.sizeX(),
        layout.dose() ? 1 : 0,
        layout.featureCount(),
        layout.firstChannels(),
        networks.size()
      };
      for (int number : header) {
        out.writeInt(number);
      }
      for (NetworkWeights network : networks) {
        for (String name : layout.shapes().keySet()) {
          for (float value : network.tensor(name).toArray()) {
            out.writeFloat(value);
          }
        }
      }
    } catch (IOException e) { // a byte array cannot fail
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if the bytes are no such file; the message says why
   */
  public static NetworkFile of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC || in.getInt() != VERSION) {
        throw new IllegalArgumentException("no parameters file of version " + VERSION);
      }
      NetworkVariant variant = variant(in.getInt());
      int sizeZ = bounded("size", in.getInt());
      int sizeY = bounded("size", in.getInt());
      var size = new NetworkSize(bounded("size", in.getInt()), sizeY, sizeZ);
      boolean dose = flag(in.getInt());
      var layout = new NetworkLayout(dose, bounded("features", in.getInt()), in.getInt());
      int count = bounded("networks", in.getInt());
      requireLength(in, layout, count);
      var networks = new ArrayList<NetworkWeights>();
      for (int i = 0; i < count; i++) {
        networks.add(weights(in, layout));
      }
      return new NetworkFile(variant, size, networks);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the parameters file ends too early", e);
    }
  }

  private static NetworkVariant variant(int ordinal) {
    if (ordinal < 0 || ordinal >= NetworkVariant.values().length) {
      throw new IllegalArgumentException("no variant " + ordinal);
    }
    return NetworkVariant.values()[ordinal];
  }

  private static boolean flag(int number) {
    if (number != 0 && number != 1) {
      throw new IllegalArgumentException("neither yes nor no: " + number);
    }
    return number == 1;
  }

  private static int bounded(String what, int number) {
    if (number < 1 || number > MOST_VOXELS_AN_AXIS) {
      throw new IllegalArgumentException(what + " cannot be " + number);
    }
    return number;
  }

  /** Checked before anything is allocated for the networks. */
  private static void requireLength(ByteBuffer in, NetworkLayout layout, int count) {
    long values = 0;
    for (TensorShape shape : layout.shapes().values()) {
      values += shape.valueCount();
    }
    if (in.remaining() != values * Float.BYTES * count) {
      throw new IllegalArgumentException(
          "the parameters file has "
              + in.remaining()
              + " bytes of numbers instead of "
              + values * Float.BYTES * count);
    }
  }

  private static NetworkWeights weights(ByteBuffer in, NetworkLayout layout) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    layout
        .shapes()
        .forEach(
            (name, shape) -> {
              float[] values = new float[shape.valueCount()];
              for (int i = 0; i < values.length; i++) {
                values[i] = in.getFloat();
              }
              tensors.put(name, Tensor.of(shape, values));
            });
    return new NetworkWeights(layout, tensors);
  }
}
