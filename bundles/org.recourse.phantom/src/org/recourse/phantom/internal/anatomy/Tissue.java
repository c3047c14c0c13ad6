/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

/**
 * What the images and the dose know about a tissue. The numbers are typical of the order of the
 * contrasts on a 1.5 T scanner; they are not measured values.
 */
public enum Tissue {
  AIR(-1000, 5, 5, 5, 0.001, 0),
  FAT(-95, 900, 910, 690, 0.95, 0.5),
  MUSCLE(55, 420, 455, 270, 1.04, 1),
  BONE(950, 90, 95, 70, 1.45, 0.6),
  MARROW(320, 640, 655, 380, 1.15, 1),
  LIQUOR(8, 160, 162, 1150, 1.0, 0.2),
  GREY_MATTER(38, 430, 442, 560, 1.04, 0.8),
  WHITE_MATTER(30, 545, 555, 425, 1.04, 0.8),
  VITREOUS(10, 170, 172, 1200, 1.0, 0.1),
  LENS(90, 440, 445, 180, 1.06, 0.2),
  NERVE(34, 490, 500, 410, 1.03, 0.5),
  TUMOUR(52, 395, 800, 610, 1.05, 2.2),
  TUMOUR_CORE(24, 300, 330, 930, 1.03, 2.2),
  MUCOSA(45, 430, 860, 760, 1.04, 0.8),
  GLAND(12, 650, 730, 470, 1.0, 1.2),
  VESSEL(45, 70, 90, 50, 1.05, 0.2);

  private final double intensityHu;
  private final double t1;
  private final double t1Contrast;
  private final double t2;
  private final double relativeDensity;
  private final double texture;

  Tissue(
      double intensityHu,
      double t1,
      double t1Contrast,
      double t2,
      double relativeDensity,
      double texture) {
    this.intensityHu = intensityHu;
    this.t1 = t1;
    this.t1Contrast = t1Contrast;
    this.t2 = t2;
    this.relativeDensity = relativeDensity;
    this.texture = texture;
  }

  public double intensityHu() {
    return intensityHu;
  }

  /** T1-weighted signal, arbitrary units. */
  public double t1() {
    return t1;
  }

  /** T1-weighted signal with contrast agent. */
  public double t1Contrast() {
    return t1Contrast;
  }

  /** T2-weighted signal. */
  public double t2() {
    return t2;
  }

  /** Electron density relative to water, for the depth of the beams. */
  public double relativeDensity() {
    return relativeDensity;
  }

  /** How coarse-grained the tissue looks; 1 is muscle. */
  public double texture() {
    return texture;
  }
}
