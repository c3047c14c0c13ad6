/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * The known settings and the kind and range of their values: those of PyRadiomics 3.0.1, then our
 * own for the filters of IBSI-2.
 */
public enum SettingKey {
  MINIMUM_ROI_DIMENSIONS("minimumROIDimensions", Kind.INTEGER, 1, 3),
  MINIMUM_ROI_SIZE("minimumROISize", Kind.INTEGER, 1, Integer.MAX_VALUE),
  GEOMETRY_TOLERANCE("geometryTolerance", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  CORRECT_MASK("correctMask", Kind.FLAG, 0, 0),
  ADDITIONAL_INFO("additionalInfo", Kind.FLAG, 0, 0),
  LABEL("label", Kind.INTEGER, 1, Integer.MAX_VALUE),
  LABEL_CHANNEL("label_channel", Kind.INTEGER, 0, Integer.MAX_VALUE),
  BIN_WIDTH("binWidth", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  BIN_COUNT("binCount", Kind.INTEGER, 1, Integer.MAX_VALUE),
  NORMALIZE("normalize", Kind.FLAG, 0, 0),
  NORMALIZE_SCALE("normalizeScale", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  REMOVE_OUTLIERS("removeOutliers", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  RESAMPLED_PIXEL_SPACING("resampledPixelSpacing", Kind.NUMBERS, 0, Double.MAX_VALUE),
  INTERPOLATOR("interpolator", Kind.TEXT, 0, 0),
  PAD_DISTANCE("padDistance", Kind.INTEGER, 0, Integer.MAX_VALUE),
  DISTANCES("distances", Kind.NUMBERS, 1, Integer.MAX_VALUE),
  FORCE_2D("force2D", Kind.FLAG, 0, 0),
  FORCE_2D_DIMENSION("force2Ddimension", Kind.INTEGER, 0, 2),
  RESEGMENT_RANGE("resegmentRange", Kind.NUMBERS, -Double.MAX_VALUE, Double.MAX_VALUE),
  RESEGMENT_MODE("resegmentMode", Kind.TEXT, 0, 0, "absolute", "relative", "sigma"),
  RESEGMENT_SHAPE("resegmentShape", Kind.FLAG, 0, 0),
  PRE_CROP("preCrop", Kind.FLAG, 0, 0),
  SIGMA("sigma", Kind.NUMBERS, Double.MIN_VALUE, Double.MAX_VALUE),
  START_LEVEL("start_level", Kind.INTEGER, 0, Integer.MAX_VALUE),
  LEVEL("level", Kind.INTEGER, 1, Integer.MAX_VALUE),
  WAVELET("wavelet", Kind.TEXT, 0, 0),
  GRADIENT_USE_SPACING("gradientUseSpacing", Kind.FLAG, 0, 0),
  LBP_2D_RADIUS("lbp2DRadius", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  LBP_2D_SAMPLES("lbp2DSamples", Kind.INTEGER, 1, Integer.MAX_VALUE),
  LBP_2D_METHOD("lbp2DMethod", Kind.TEXT, 0, 0, "default", "ror", "uniform", "var"),
  LBP_3D_LEVELS("lbp3DLevels", Kind.INTEGER, 1, Integer.MAX_VALUE),
  LBP_3D_ICOSPHERE_RADIUS("lbp3DIcosphereRadius", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  LBP_3D_ICOSPHERE_SUBDIVISION("lbp3DIcosphereSubdivision", Kind.INTEGER, 0, 10),
  VOXEL_ARRAY_SHIFT("voxelArrayShift", Kind.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE),
  SYMMETRICAL_GLCM("symmetricalGLCM", Kind.FLAG, 0, 0),
  WEIGHTING_NORM(
      "weightingNorm", Kind.TEXT, 0, 0, "infinity", "euclidean", "manhattan", "no_weighting"),
  GLDM_A("gldm_a", Kind.INTEGER, 0, Integer.MAX_VALUE),
  KERNEL_RADIUS("kernelRadius", Kind.INTEGER, 1, Integer.MAX_VALUE),
  MASKED_KERNEL("maskedKernel", Kind.FLAG, 0, 0),
  INIT_VALUE("initValue", Kind.NUMBER, -Double.MAX_VALUE, Double.MAX_VALUE),
  VOXEL_BATCH("voxelBatch", Kind.INTEGER, -1, Integer.MAX_VALUE),
  FILTER_BOUNDARY("filterBoundary", Kind.TEXT, 0, 0, "zero", "nearest", "periodic", "mirror"),
  FILTER_DIMENSIONS("filterDimensions", Kind.INTEGER, 2, 3),
  ROTATION_POOLING("rotationPooling", Kind.TEXT, 0, 0, "none", "average", "maximum", "minimum"),
  MEAN_SUPPORT("meanSupport", Kind.INTEGER, 1, 1023),
  LOG_CUTOFF("logCutoff", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  LAWS_KERNELS("lawsKernels", Kind.TEXT, 0, 0),
  LAWS_ENERGY_DISTANCE("lawsEnergyDistance", Kind.INTEGER, 0, 511),
  GABOR_SIGMA_MM("gaborSigmaMm", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  GABOR_WAVELENGTH_MM("gaborWavelengthMm", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  GABOR_ASPECT_RATIO("gaborAspectRatio", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  GABOR_ORIENTATION_STEP_DEGREES("gaborOrientationStepDegrees", Kind.NUMBER, 0.1, 360),
  GABOR_ORTHOGONAL_PLANES("gaborOrthogonalPlanes", Kind.FLAG, 0, 0),
  GABOR_CUTOFF("gaborCutoff", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE),
  WAVELET_BANDS("waveletBands", Kind.TEXT, 0, 0),
  RIESZ_ORDER("rieszOrder", Kind.NUMBERS, 0, 20),
  RIESZ_STEERING_SIGMA_MM("rieszSteeringSigmaMm", Kind.NUMBER, Double.MIN_VALUE, Double.MAX_VALUE);

  private enum Kind {
    FLAG,
    INTEGER,
    NUMBER,
    NUMBERS,
    TEXT
  }

  private final String key;
  private final Kind kind;
  private final double minimum;
  private final double maximum;
  private final List<String> words;

  SettingKey(String key, Kind kind, double minimum, double maximum, String... words) {
    this.key = key;
    this.kind = kind;
    this.minimum = minimum;
    this.maximum = maximum;
    this.words = List.of(words);
  }

  /** Returns the name in parameter files. */
  public String key() {
    return key;
  }

  /** Tells whether this is a setting of feature maps, in the section voxelSetting. */
  static boolean ofVoxels(String key) {
    return EnumSet.of(KERNEL_RADIUS, MASKED_KERNEL, INIT_VALUE, VOXEL_BATCH).stream()
        .anyMatch(candidate -> candidate.key.equals(key));
  }

  /** Finds a setting; throws IllegalArgumentException with the name if it is unknown. */
  public static SettingKey named(String key) {
    for (SettingKey candidate : values()) {
      if (candidate.key.equals(key)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("unknown setting: " + key);
  }

  /** Returns the value in its stored form; throws IllegalArgumentException naming the setting. */
  Object checked(Object value) {
    return switch (kind) {
      case FLAG -> {
        if (value instanceof Boolean) {
          yield value;
        }
        throw wrong(value, "true or false");
      }
      case NUMBER, INTEGER -> number(value);
      case NUMBERS -> numbers(value);
      case TEXT -> {
        if (this == INTERPOLATOR && value instanceof Integer number) {
          yield number.toString(); // SimpleITK numbers its interpolators
        }
        if (value instanceof String && (words.isEmpty() || words.contains(value))) {
          yield value;
        }
        throw wrong(value, words.isEmpty() ? "a text" : "one of " + words);
      }
    };
  }

  private Double number(Object value) {
    if (!(value instanceof Number number)) {
      throw wrong(value, kind == Kind.INTEGER ? "a whole number" : "a number");
    }
    double real = number.doubleValue();
    if (!(real >= minimum && real <= maximum)) {
      throw wrong(value, "a number from " + minimum + " to " + maximum);
    }
    if (kind == Kind.INTEGER && real != Math.rint(real)) {
      throw wrong(value, "a whole number");
    }
    return real;
  }

  private List<Double> numbers(Object value) {
    List<?> list =
        switch (value) {
          case List<?> given -> given;
          case double[] given -> Arrays.stream(given).boxed().toList();
          case Number given -> List.of(given);
          default -> throw wrong(value, "a list of numbers");
        };
    var checked = new ArrayList<Double>();
    for (Object element : list) {
      checked.add(number(element));
    }
    return List.copyOf(checked);
  }

  private IllegalArgumentException wrong(Object value, String expected) {
    return new IllegalArgumentException(key + " must be " + expected + ": " + value);
  }
}
