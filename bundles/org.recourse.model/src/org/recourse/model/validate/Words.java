/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.Locale;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.FrameOfReference;
import org.recourse.model.Plan;
import org.recourse.model.Structure;

/** How sentences name things and numbers; never blank, also where the model has no name. */
final class Words {

  private Words() {}

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  static String course(Course course) {
    return named("course", course.getLabel());
  }

  static String plan(Plan plan) {
    return named("plan", plan.getLabel());
  }

  static String structure(Structure structure) {
    return isBlank(structure.getName())
        ? "structure with ROI number " + structure.getRoiNumber()
        : named("structure", structure.getName());
  }

  static String beam(Beam beam) {
    return isBlank(beam.getName())
        ? "beam " + beam.getNumber()
        : "beam " + beam.getNumber() + " \"" + beam.getName().strip() + "\"";
  }

  static String frame(FrameOfReference frame) {
    return isBlank(frame.getLabel())
        ? named("frame of reference", frame.getUid())
        : named("frame of reference", frame.getLabel());
  }

  /** Returns the text with a capital first letter, for the start of a sentence. */
  static String first(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns a number with up to four significant decimals and without trailing zeros. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  private static String named(String kind, String name) {
    return isBlank(name) ? kind + " without name" : kind + " \"" + name.strip() + "\"";
  }
}
