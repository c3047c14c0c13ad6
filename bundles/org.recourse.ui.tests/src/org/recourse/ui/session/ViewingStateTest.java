/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.ModelFactory;
import org.recourse.model.Structure;
import org.recourse.ui.session.ViewingListener.Aspect;

class ViewingStateTest {

  private final Structure cord = ModelFactory.eINSTANCE.createStructure();
  private final Structure target = ModelFactory.eINSTANCE.createStructure();
  private final ViewingState state = new ViewingState(Vector3.ZERO, List.of(cord));
  private final List<Aspect> heard = new ArrayList<>();

  @BeforeEach
  void listen() {
    state.addListener(heard::add);
  }

  @Test
  void tellsOfEveryChangeOnce() {
    state.moveCrossHair(new Vector3(1, 2, 3));
    state.select(Optional.of(cord));
    state.setVisible(target, true);
    state.showDose(ShownDose.CUMULATIVE_EQD2);
    state.setDoseOpacityPercent(50);
    state.setShown(OverlayToggle.CONTOURS, false);

    assertEquals(
        List.of(
            Aspect.CROSS_HAIR,
            Aspect.SELECTED_STRUCTURE,
            Aspect.VISIBLE_STRUCTURES,
            Aspect.SHOWN_DOSE,
            Aspect.DOSE_OPACITY,
            Aspect.OVERLAYS),
        heard);
  }

  @Test
  void staysSilentWhenNothingChanges() {
    state.moveCrossHair(Vector3.ZERO);
    state.select(Optional.empty());
    state.setVisible(cord, true);
    state.showDose(ShownDose.PHYSICAL);
    state.setIsodoseLevels(IsodoseLevels.DEFAULT);
    state.showOnly(List.of(cord));

    assertEquals(List.of(), heard);
  }

  @Test
  void showsOnlyTheGivenStructuresWithOneMessage() {
    state.showOnly(List.of(target));

    assertFalse(state.isVisible(cord));
    assertTrue(state.isVisible(target));
    assertEquals(List.of(Aspect.VISIBLE_STRUCTURES), heard);
  }

  @Test
  void refusesAnOpacityThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> state.setDoseOpacityPercent(101));
    assertThrows(IllegalArgumentException.class, () -> state.setDoseOpacityPercent(Double.NaN));
  }
}
