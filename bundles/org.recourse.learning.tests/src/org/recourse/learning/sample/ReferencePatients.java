/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

/**
 * Sixty patients by integer arithmetic, so that R computes on the same numbers. With i = 0 … 59 in
 * R 4.2.2: {@code x1 <- ((i*37)%%101)/101; x2 <- ((i*53)%%89)/89; x3 <- ((i*i*7+3*i)%%97)/97; u <-
 * ((i*i*29+i*11+5)%%83)/83; event <- u < 0.15+0.6*x1; time <- floor(1+40*((i*i*13+i*7+1)%%71)/71);
 * death <- ((i*17)%%23)/23 < 0.7}. The reference values of the tests come from survival 3.5-3, pROC
 * 1.18.0 and glm.
 */
public final class ReferencePatients {

  public static final int COUNT = 60;

  private ReferencePatients() {}

  /** x1, x2, x3 of each patient. */
  public static double[][] features() {
    double[][] x = new double[COUNT][3];
    for (int i = 0; i < COUNT; i++) {
      x[i][0] = i * 37 % 101 / 101.0;
      x[i][1] = i * 53 % 89 / 89.0;
      x[i][2] = (i * i * 7 + 3 * i) % 97 / 97.0;
    }
    return x;
  }

  public static boolean[] event() {
    double[][] x = features();
    boolean[] event = new boolean[COUNT];
    for (int i = 0; i < COUNT; i++) {
      event[i] = (i * i * 29 + i * 11 + 5) % 83 / 83.0 < 0.15 + 0.6 * x[i][0];
    }
    return event;
  }

  /** Score x1 + 0.3 x3. */
  public static double[] firstScore() {
    double[][] x = features();
    double[] score = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      score[i] = x[i][0] + 0.3 * x[i][2];
    }
    return score;
  }

  /** Score x2 + 0.2 x1. */
  public static double[] secondScore() {
    double[][] x = features();
    double[] score = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      score[i] = x[i][1] + 0.2 * x[i][0];
    }
    return score;
  }

  /** Probability 1 / (1 + exp(1.2 − 2 x1 − 0.5 x3)). */
  public static double[] probability() {
    double[][] x = features();
    double[] p = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      p[i] = 1 / (1 + Math.exp(1.2 - 2 * x[i][0] - 0.5 * x[i][2]));
    }
    return p;
  }

  public static double[] time() {
    double[] time = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      time[i] = Math.floor(1 + 40 * ((i * i * 13 + i * 7 + 1) % 71) / 71.0);
    }
    return time;
  }

  public static boolean[] death() {
    boolean[] death = new boolean[COUNT];
    for (int i = 0; i < COUNT; i++) {
      death[i] = i * 17 % 23 / 23.0 < 0.7;
    }
    return death;
  }
}
