/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.model.FrameOfReference;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.Texts;

/** Registrations as text, and typed matrices as numbers. Stateless. */
final class RegistrationText {

  private static final int ENTRIES = 16;
  private static final int ROW = 4;

  /** The same as the check of the case: over 200 mm this is 0.2 mm. */
  private static final double RIGID_TOLERANCE = 1e-3;

  private RegistrationText() {}

  static String frame(FrameOfReference frame) {
    if (frame == null) { // EMF: not set
      return NumberText.UNKNOWN;
    }
    String label = Texts.orEmpty(frame.getLabel());
    return label.isBlank() ? Texts.orUnknown(frame.getUid()) : label;
  }

  static String source(Registration registration) {
    return switch (registration.getSource()) {
      case DICOM -> "DICOM";
      case TYPED -> "typed";
      case COMPUTED -> "computed";
    };
  }

  static String kind(Registration registration) {
    if (!RegistrationForm.isDeformable(registration)) {
      return "rigid";
    }
    return registration.isCarriesDose() ? "deformable" : "deformable, set aside";
  }

  /** The radius or the three semi-axes, with their source. */
  static String uncertainty(Registration registration) {
    List<Double> axes = registration.getUncertaintyAxesMm();
    boolean ellipsoid = axes.size() == 3;
    if (!ellipsoid && !registration.isSetUncertaintyMm()) {
      return "unknown, counts as 3";
    }
    String mm =
        ellipsoid
            ? axes.stream().map(a -> NumberText.fixed(a, 1)).collect(Collectors.joining(" x "))
            : NumberText.editable(registration.getUncertaintyMm(), 1);
    return switch (registration.getUncertaintySource()) {
      case UNSTATED -> mm;
      case TYPED -> mm + " typed";
      case QUALITY_ASSURANCE -> mm + " from check";
      case ENSEMBLE -> mm + " from ensemble";
    };
  }

  /** Length of the translation part, mm: tells at a glance an identity from a real shift. */
  static double shiftMm(Registration registration) {
    List<Double> m = registration.getMatrix();
    return m.size() == ENTRIES ? Math.hypot(Math.hypot(m.get(3), m.get(7)), m.get(11)) : 0;
  }

  /** The matrix as four lines. */
  static String matrix(Registration registration) {
    List<Double> m = registration.getMatrix();
    var lines = new ArrayList<String>();
    for (int row = 0; row + ROW <= m.size(); row += ROW) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%10.6f %10.6f %10.6f %10.3f",
              m.get(row),
              m.get(row + 1),
              m.get(row + 2),
              m.get(row + 3)));
    }
    return String.join("\n", lines);
  }

  /** Reads 16 numbers in any layout, with brackets or not; empty if there are others or letters. */
  static Optional<double[]> matrix(String typed) {
    String[] words = typed.replaceAll("[\\[\\](){};,\\s]+", " ").strip().split(" ");
    if (words.length != ENTRIES) {
      return Optional.empty();
    }
    double[] numbers = new double[ENTRIES];
    for (int i = 0; i < ENTRIES; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        return Optional.empty(); // the complaint says so
      }
    }
    return Optional.of(numbers);
  }

  /** Returns the sentence why a typed matrix is refused, or nothing if it is a rigid transform. */
  static Optional<String> matrixComplaint(String typed) {
    Optional<double[]> numbers = matrix(typed);
    if (numbers.isEmpty()) {
      return Optional.of("Type four rows of four numbers, with a point as decimal sign.");
    }
    double[] m = numbers.get();
    if (m[12] != 0 || m[13] != 0 || m[14] != 0 || m[15] != 1) {
      return Optional.of("The last row has to be 0 0 0 1. Is the matrix typed by columns?");
    }
    try {
      return AffineTransform.ofMatrix4x4(m).isRigid(RIGID_TOLERANCE)
          ? Optional.empty()
          : Optional.of(
              "The matrix is not rigid: it stretches, shears or mirrors, and dose must not be"
                  + " moved with it. Check the signs and the decimals.");
    } catch (IllegalArgumentException e) {
      return Optional.of("The matrix has a number that is not finite.");
    }
  }
}
