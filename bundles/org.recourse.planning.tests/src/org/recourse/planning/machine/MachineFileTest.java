/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.planning.json.PlanningFileException;

class MachineFileTest {

  private static final String GOOD =
      """
      {"schema":"recourse/photon-machine/1","id":"x","title":"X","energyMv":6,\
      "sourceAxisDistanceMm":1000,"source":"made up","relativeFluence":{"stepMm":100,\
      "value":[1,1]},"components":[{"sigmaMm":4,"stepMm":1,"weightGy":[1,0.5]}]}\
      """;

  @Test
  void readsWhatItWrites() throws PlanningFileException {
    PhotonMachine machine = MachineFile.read(GOOD);
    PhotonMachine again = MachineFile.read(MachineFile.write(machine));
    assertEquals(machine.id(), again.id());
    assertEquals(0.75, again.components().getFirst().weightGy().at(0.5), 1e-9);
    assertEquals(1000, again.sourceAxisDistanceMm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"energyMv\":6 | \"energyMv\":0 | energyMv must be above 0",
        "\"energyMv\":6 | \"energyMv\":\"six\" | energyMv is not a finite number",
        "\"energyMv\":6, | '' | energyMv is missing",
        "\"sigmaMm\":4 | \"sigmaMm\":-4 | components[0].sigmaMm must be above 0",
        "[1,0.5] | [1,-0.5] | components[0].weightGy[1] is below 0",
        "[1,0.5] | [1] | components[0].weightGy needs at least two numbers",
        "machine/1 | machine/2 | schema is",
        "\"title\" | \"titel\" | titel means nothing here",
        "{\"schema\" | [\"schema\" | is not",
      })
  void namesTheFault(String part, String instead, String sentence) {
    var fault =
        assertThrows(
            PlanningFileException.class, () -> MachineFile.read(GOOD.replace(part, instead)));
    assertTrue(fault.getMessage().contains(sentence), fault.getMessage());
  }
}
