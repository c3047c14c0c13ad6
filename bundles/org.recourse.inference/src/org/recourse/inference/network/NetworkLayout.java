/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.inference.tensor.TensorShape;

/**
 * What a network takes and how wide it is. The paper gives the number of blocks, the 128 dose
 * features, and the sizes of the fusion; the channels of the blocks it leaves open, so they are a
 * choice here: the first block has {@code firstChannels}, every further one twice as many.
 *
 * @param dose whether it reads the dose; without it the dose branch is absent and the fusion has
 *     the positions of the features only
 * @param featureCount numbers it is given; more than {@value #PROJECTED} are first reduced to that
 *     many by the fixed linear map {@code features.components}
 * @param firstChannels channels of the first block, at least one
 */
public record NetworkLayout(boolean dose, int featureCount, int firstChannels) {

  /** Features of one MR sequence. */
  public static final int SEQUENCE_FEATURES = 32;

  /** Numbers that dose and features are each projected to before they are joined. */
  public static final int PROJECTED = 32;

  /** Channels of the fusion. */
  public static final int FUSED = 64;

  /** Dose features before the projection. */
  public static final int DOSE_FEATURES = 128;

  /** Blocks of the dose branch. */
  public static final int BLOCKS = 5;

  /** One sequence with dose, channels 8, 16, 32, 64, 128. */
  public static final NetworkLayout STANDARD = new NetworkLayout(true, SEQUENCE_FEATURES, 8);

  public NetworkLayout {
    if (featureCount < SEQUENCE_FEATURES) {
      throw new IllegalArgumentException(
          "a network takes at least " + SEQUENCE_FEATURES + " features: " + featureCount);
    }
    if (firstChannels < 1 || firstChannels > 64) {
      throw new IllegalArgumentException("firstChannels must lie in 1 to 64: " + firstChannels);
    }
  }

  /** Returns whether the features are reduced by a fixed linear map. */
  public boolean reducesFeatures() {
    return featureCount > SEQUENCE_FEATURES;
  }

  /** Returns the channels after so many blocks; the dose itself is one channel. */
  public int channels(int block) {
    return block == 0 ? 1 : firstChannels << (block - 1);
  }

  /** Returns the positions that the fusion runs over. */
  public int positions() {
    return dose ? 2 * PROJECTED : PROJECTED;
  }

  /** Returns the shape of the features. */
  public TensorShape featureShape() {
    return TensorShape.of(1, featureCount);
  }

  /** Returns the parameters with their shapes: outputs first, then inputs, then z, y, x. */
  public Map<String, TensorShape> shapes() {
    var shapes = new LinkedHashMap<String, TensorShape>();
    if (dose) {
      putDoseBranch(shapes);
    }
    if (reducesFeatures()) {
      shapes.put("features.components", TensorShape.of(SEQUENCE_FEATURES, featureCount));
    }
    shapes.put("features.project", TensorShape.of(PROJECTED, SEQUENCE_FEATURES));
    shapes.put("features.project.bias", TensorShape.of(PROJECTED));
    shapes.put("fusion", TensorShape.of(FUSED, 1));
    shapes.put("fusion.bias", TensorShape.of(FUSED));
    shapes.put("output", TensorShape.of(1, FUSED));
    shapes.put("output.bias", TensorShape.of(1));
    return shapes;
  }

  private void putDoseBranch(Map<String, TensorShape> shapes) {
    for (int block = 1; block <= BLOCKS; block++) {
      int in = channels(block - 1);
      int out = channels(block);
      shapes.put("block" + block + ".widen", TensorShape.of(out, in, 3, 3, 3));
      shapes.put("block" + block + ".reduce", TensorShape.of(out, out, 3, 3, 3));
      shapes.put("block" + block + ".reduce.bias", TensorShape.of(out));
      shapes.put("block" + block + ".skip", TensorShape.of(out, in, 1, 1, 1));
    }
    shapes.put("dose.mix", TensorShape.of(DOSE_FEATURES, channels(BLOCKS), 1, 1, 1));
    shapes.put("dose.mix.bias", TensorShape.of(DOSE_FEATURES));
    shapes.put("dose.project", TensorShape.of(PROJECTED, DOSE_FEATURES));
    shapes.put("dose.project.bias", TensorShape.of(PROJECTED));
  }
}
