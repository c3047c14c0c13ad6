/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.ArrayList;
import java.util.List;
import org.recourse.planning.beam.BeamAngles;

/** The option {@code --beams}. Stateless. */
public final class BeamChoice {

  private BeamChoice() {}

  /**
   * Reads the option: a number of equally spaced beams ({@code 9}), angles ({@code 0,40,80/0/90}:
   * gantry, table, collimator), or an arc approximated by fields ({@code arc:181:179:10}).
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static List<BeamAngles> of(String text) {
    try {
      if (text.startsWith("arc:")) {
        String[] part = text.substring(4).split(":");
        if (part.length != 3) {
          throw new IllegalArgumentException("an arc is arc:START:STOP:STEP, not " + text);
        }
        return BeamAngles.arc(
            Double.parseDouble(part[0]), Double.parseDouble(part[1]), Double.parseDouble(part[2]));
      }
      if (text.matches("\\d+")) {
        return BeamAngles.equallySpaced(Integer.parseInt(text));
      }
      var angles = new ArrayList<BeamAngles>();
      for (String one : text.split(",")) {
        String[] part = one.split("/");
        angles.add(
            new BeamAngles(
                Double.parseDouble(part[0]),
                part.length > 1 ? Double.parseDouble(part[1]) : 0,
                part.length > 2 ? Double.parseDouble(part[2]) : 0));
      }
      return angles;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' names no beams: " + e.getMessage(), e);
    }
  }
}
