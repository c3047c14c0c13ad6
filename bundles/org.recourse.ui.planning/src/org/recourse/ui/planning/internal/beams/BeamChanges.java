/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.planning.beam.BeamAngles;

/** Changes of a list of beams, for {@code PlanEdit.changeBeams}. Stateless. */
public final class BeamChanges {

  private static final double TURN_DEG = 360;

  private BeamChanges() {}

  /** Name of a beam that stands at these angles, as this program writes it into plans. */
  public static String nameOf(BeamAngles angles) {
    return "G%.0f T%.0f".formatted(angles.gantryDeg(), angles.patientSupportDeg());
  }

  /** Adds a beam in the widest gap between the gantry angles of the others. */
  public static Consumer<List<Beam>> add(Optional<Vector3> isocentreMm, OptionalDouble energyMv) {
    return beams -> {
      BeamAngles angles = BeamAngles.gantry(widestGapDeg(beams));
      beams.add(new BeamSetup(nameOf(angles), angles, isocentreMm, energyMv).toBeam());
    };
  }

  /** Middle of the widest gap, rounded to whole degrees; 0 for the first beam. */
  static double widestGapDeg(List<Beam> beams) {
    List<Double> taken =
        beams.stream()
            .map(beam -> BeamSetup.of(beam).angles().gantryDeg())
            .sorted(Comparator.naturalOrder())
            .toList();
    double widestDeg = 0;
    double middleDeg = 0;
    for (int i = 0; i < taken.size(); i++) {
      double fromDeg = taken.get(i);
      double toDeg = i + 1 < taken.size() ? taken.get(i + 1) : taken.getFirst() + TURN_DEG;
      if (toDeg - fromDeg > widestDeg) {
        widestDeg = toDeg - fromDeg;
        middleDeg = fromDeg + widestDeg / 2;
      }
    }
    return Math.rint(middleDeg) % TURN_DEG;
  }

  /** Puts a copy behind a beam. */
  public static Consumer<List<Beam>> copy(int index) {
    return beams -> {
      BeamSetup setup = BeamSetup.of(beams.get(index));
      beams.add(index + 1, setup.withName(setup.name() + " copy").toBeam());
    };
  }

  public static Consumer<List<Beam>> delete(int index) {
    return beams -> beams.remove(index);
  }

  /** Exchanges a beam with the one before it (-1) or behind it (+1), if there is one. */
  public static Consumer<List<Beam>> shift(int index, int places) {
    return beams -> {
      int to = index + places;
      if (to >= 0 && to < beams.size()) {
        Beam beam = beams.remove(index);
        beams.add(to, beam);
      }
    };
  }

  /** Moves one beam; a name made of its angles follows them. */
  public static Consumer<List<Beam>> set(int index, BeamSetup setup) {
    return beams -> {
      BeamSetup before = BeamSetup.of(beams.get(index));
      boolean named = before.name().equals(nameOf(before.angles()));
      boolean renamed = !before.name().equals(setup.name());
      (named && !renamed ? setup.withName(nameOf(setup.angles())) : setup)
          .applyTo(beams.get(index));
    };
  }

  /** Replaces all beams by coplanar ones at equal distances, the first from above. */
  public static Consumer<List<Beam>> equallySpaced(
      int count, Optional<Vector3> isocentreMm, OptionalDouble energyMv) {
    return beams -> {
      var made = new ArrayList<Beam>();
      for (BeamAngles angles : BeamAngles.equallySpaced(count)) {
        made.add(new BeamSetup(nameOf(angles), angles, isocentreMm, energyMv).toBeam());
      }
      beams.clear();
      beams.addAll(made);
    };
  }
}
