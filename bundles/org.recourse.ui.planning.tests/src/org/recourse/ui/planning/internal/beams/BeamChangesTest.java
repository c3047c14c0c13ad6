/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.planning.beam.BeamAngles;

class BeamChangesTest {

  private static final Optional<Vector3> MIDDLE = Optional.of(new Vector3(1, 2, 3));

  private final List<Beam> beams = new ArrayList<>();

  @Test
  void templatesStandAtEqualDistances() {
    BeamChanges.equallySpaced(5, MIDDLE, OptionalDouble.of(6)).accept(beams);

    assertEquals(List.of(0.0, 72.0, 144.0, 216.0, 288.0), gantries());
    assertEquals(List.of(1.0, 2.0, 3.0), beams.getFirst().getIsocentreMm());
    assertEquals(6, beams.getLast().getEnergyMv());
  }

  @Test
  void aNewBeamTakesTheWidestGap() {
    BeamChanges.add(MIDDLE, OptionalDouble.empty()).accept(beams); // 0
    BeamChanges.add(MIDDLE, OptionalDouble.empty()).accept(beams); // opposite
    BeamChanges.add(MIDDLE, OptionalDouble.empty()).accept(beams);

    assertEquals(List.of(0.0, 180.0, 90.0), gantries());
  }

  @Test
  void aNameMadeOfAnglesFollowsThemAndATypedOneStays() {
    BeamChanges.equallySpaced(2, MIDDLE, OptionalDouble.empty()).accept(beams);
    BeamChanges.set(0, BeamSetup.of(beams.get(0)).withGantryDeg(-10)).accept(beams);
    BeamChanges.set(1, BeamSetup.of(beams.get(1)).withName("Boost")).accept(beams);
    BeamChanges.set(1, BeamSetup.of(beams.get(1)).withCouchDeg(30)).accept(beams);

    assertEquals("G350 T0", beams.get(0).getName());
    assertEquals("Boost", beams.get(1).getName());
    assertEquals(new BeamAngles(180, 30, 0), BeamSetup.of(beams.get(1)).angles());
  }

  @Test
  void beamsAreCopiedShiftedAndDeleted() {
    BeamChanges.equallySpaced(3, MIDDLE, OptionalDouble.empty()).accept(beams);
    BeamChanges.copy(0).accept(beams);
    BeamChanges.shift(3, -1).accept(beams);
    BeamChanges.shift(3, 1).accept(beams); // the last one stays
    BeamChanges.delete(0).accept(beams);

    assertEquals(List.of(0.0, 240.0, 120.0), gantries());
  }

  private List<Double> gantries() {
    return beams.stream().map(beam -> BeamSetup.of(beam).angles().gantryDeg()).toList();
  }
}
