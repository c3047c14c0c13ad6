/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

/** Ways to show two images in one. */
enum FusionMode {
  BLEND("Blend", "Fixed and moving image mixed; the slider sets the share of the moving one."),
  CHECKERBOARD("Checkerboard", "Fields of both images in turn; the slider sets their size."),
  SWIPE("Swipe", "Fixed image on the left of the line, moving on the right; the slider moves it."),
  DIFFERENCE("Colour difference", "Fixed in green, moving in magenta; grey where both agree.");

  private final String title;
  private final String sentence;

  FusionMode(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  String title() {
    return title;
  }

  String sentence() {
    return sentence;
  }
}
