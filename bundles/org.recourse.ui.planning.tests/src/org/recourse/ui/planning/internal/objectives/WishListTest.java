/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.wishes.PlanWishes;
import org.recourse.ui.planning.internal.TankCase;

class WishListTest {

  private static final String FILE =
      """
      {"schema":"recourse/objectives/1","fractionCount":25,"targets":["PTV"],
       "objectives":[
        {"structure":"PTV","kind":"deviation","doseGy":50,"weight":100},
        {"structure":"Body","without":["PTV"],"kind":"overdose","doseGy":25,"weight":20}],
       "constraints":[
        {"structure":"Cord","kind":"maximum","limitGy":50,"dose":"cumulativeEqd2",
         "alphaBetaGy":2,"judgement":"mean"}],
       "shiftsMm":[[0,0,0],[3,0,0]]}
      """;

  @Test
  void readsAndWritesWhatTheCommandReads() throws PlanningFileException {
    WishList list = WishList.read(FILE);

    assertEquals(3, list.rows().size());
    assertEquals(PlanWishes.read(FILE), list.wishes()); // shifts and judgement included
    assertEquals(list, WishList.read(list.text()));
    assertTrue(list.rows().get(2).isConstraint());
    assertEquals(OptionalDouble.of(50), list.rows().get(2).doseGy());
    assertEquals(List.of("PTV"), list.rows().get(1).without());
  }

  @Test
  void saysWhatIsNoFileOfObjectives() {
    for (String wrong : List.of("", "[]", "{\"schema\":\"x\"}", "{", FILE.replace("25", "0"))) {
      assertThrows(PlanningFileException.class, () -> WishList.read(wrong), wrong);
    }
  }

  @Test
  void anotherKindDropsTheNumbersItDoesNotUse() throws PlanningFileException {
    WishList list = WishList.read(FILE);
    Wish volume = list.rows().get(0).withKind(WishKind.VOLUME_AT_MOST).withVolumePercent(30);
    assertEquals(OptionalDouble.of(50), volume.doseGy());
    Wish mean = volume.withKind(WishKind.MEAN);
    assertEquals(OptionalDouble.empty(), mean.doseGy());
    assertEquals(OptionalDouble.empty(), mean.volumePercent());
    list.with(0, volume).wishes(); // every kind makes a file that can be used
    for (WishKind kind : WishKind.values()) {
      list.adding(1, list.rows().get(0).withKind(kind)).wishes();
    }
  }

  @Test
  void anObjectiveBecomesAHardLimitAndMovesBehindTheObjectives() throws PlanningFileException {
    WishList list = WishList.read(FILE);
    Wish limit = list.rows().get(1).withKind(WishKind.LIMIT_MEAN);

    WishList changed = list.with(1, limit);

    assertEquals(OptionalDouble.empty(), limit.weight());
    assertEquals(OptionalDouble.of(25), limit.doseGy());
    assertEquals(limit, changed.rows().get(1));
    assertEquals(1, changed.wishes().objectives().size());
    assertEquals(2, changed.wishes().constraints().size());
  }

  @Test
  void anEquieffectiveDoseNeedsItsAlphaBeta() throws PlanningFileException {
    Wish wish = WishList.read(FILE).rows().get(1).withDose(WishDose.EQD2, 3);
    assertEquals(OptionalDouble.of(3), wish.alphaBetaGy());
    assertEquals(OptionalDouble.empty(), wish.withDose(WishDose.PHYSICAL, 3).alphaBetaGy());
  }

  @Test
  void rowsAreAddedSwappedAndRemoved() throws PlanningFileException {
    WishList list = WishList.read(FILE);
    assertEquals("Body", list.swapping(0, 1).rows().get(0).structure());
    assertEquals(list, list.swapping(0, -1));
    assertEquals(2, list.removing(0).rows().size());
    assertEquals(4, list.adding(1, list.rows().get(0)).rows().size());
  }

  @Test
  void prescriptionAndGoalsMakeAFirstList() {
    PatientCase patientCase = TankCase.create();
    var plan = patientCase.getCourses().get(0).getPlans().get(0);
    var volume = ModelFactory.eINSTANCE.createClinicalGoal();
    volume.setStructureName("cord");
    volume.setMetric("V10Gy[%]");
    volume.setLimit(30);
    patientCase.getGoals().add(volume);
    var other = ModelFactory.eINSTANCE.createClinicalGoal();
    other.setStructureName("Liver");
    other.setMetric("Dmean");
    patientCase.getGoals().add(other);

    WishList first = FirstWishes.ofPrescription(plan);
    List<Wish> goals = FirstWishes.ofGoals(patientCase, plan);

    assertEquals(10, first.fractionCount());
    assertEquals(List.of(TankCase.TARGET), first.targets());
    assertEquals(
        List.of(Wish.objective(TankCase.TARGET, WishKind.DEVIATION, 20, 100)), first.rows());
    assertEquals(2, goals.size());
    assertEquals(Wish.objective(TankCase.CORD, WishKind.OVERDOSE, 15, 100), goals.get(0));
    assertEquals(WishKind.VOLUME_AT_MOST, goals.get(1).kind().orElseThrow());
    assertEquals(OptionalDouble.of(30), goals.get(1).volumePercent());
  }
}
