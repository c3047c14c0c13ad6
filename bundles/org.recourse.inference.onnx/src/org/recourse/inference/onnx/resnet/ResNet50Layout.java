/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.resnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recourse.inference.tensor.TensorShape;

/**
 * Tensors of a ResNet50 by the names of torchvision's {@code resnet50}: four groups of 3, 4, 6 and
 * 3 bottleneck blocks of 64 to 512 channels, the step of 2 in the 3 x 3 convolution. Stateless.
 *
 * <p>He, Zhang, Ren, Sun, "Deep residual learning for image recognition", doi:10.1109/CVPR.2016.90.
 */
public final class ResNet50Layout {

  /** Numbers the network gives. */
  public static final int OUTPUTS = 1000;

  /** Pixels along each side of the images it was made for. */
  public static final int SIDE = 224;

  static final int WIDENING = 4;
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int FIRST_CHANNELS = 64;

  private ResNet50Layout() {}

  /**
   * One bottleneck block.
   *
   * @param name such as {@code layer2.0}
   * @param in channels it takes
   * @param inner channels of its 3 x 3 convolution
   * @param stride step of that convolution
   */
  record Block(String name, int in, int inner, int stride) {

    int out() {
      return WIDENING * inner;
    }

    /** Whether what passes the block by is convolved, since its shape changes. */
    boolean projects() {
      return stride != 1 || in != out();
    }
  }

  static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int in = FIRST_CHANNELS;
    for (int group = 0; group < BLOCKS.length; group++) {
      int inner = FIRST_CHANNELS << group;
      for (int i = 0; i < BLOCKS[group]; i++) {
        int stride = group > 0 && i == 0 ? 2 : 1;
        var block = new Block("layer" + (group + 1) + "." + i, in, inner, stride);
        blocks.add(block);
        in = block.out();
      }
    }
    return blocks;
  }

  /** Returns the shape of every tensor that is needed, in the order of the network. */
  public static Map<String, TensorShape> shapes() {
    var shapes = new LinkedHashMap<String, TensorShape>();
    convolution(shapes, "conv1", "bn1", FIRST_CHANNELS, 3, 7);
    for (Block block : blocks()) {
      String name = block.name() + ".";
      convolution(shapes, name + "conv1", name + "bn1", block.inner(), block.in(), 1);
      convolution(shapes, name + "conv2", name + "bn2", block.inner(), block.inner(), 3);
      convolution(shapes, name + "conv3", name + "bn3", block.out(), block.inner(), 1);
      if (block.projects()) {
        convolution(
            shapes, name + "downsample.0", name + "downsample.1", block.out(), block.in(), 1);
      }
    }
    shapes.put("fc.weight", TensorShape.of(OUTPUTS, blocks().getLast().out()));
    shapes.put("fc.bias", TensorShape.of(OUTPUTS));
    return Collections.unmodifiableMap(shapes);
  }

  private static void convolution(
      Map<String, TensorShape> shapes, String name, String norm, int out, int in, int side) {
    shapes.put(name + ".weight", TensorShape.of(out, in, side, side));
    for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
      shapes.put(norm + "." + part, TensorShape.of(out));
    }
  }
}
