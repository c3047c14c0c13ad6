/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.model.StructureType;
import org.recourse.phantom.solid.Solid;

/** Names, colours and tissues of the contoured structures. Immutable and thread-safe. */
public final class OrganAtlas {

  /** Name of the target of the re-irradiation. */
  public static final String PLANNING_TARGET = "PTVnx";

  /** Name of the recurrent tumour. */
  public static final String GROSS_TUMOUR = "rGTV";

  /** Name of the target of the first course. */
  public static final String FIRST_COURSE_TARGET = "PTV_7000";

  /** Name of the elective target of the first course. */
  public static final String ELECTIVE_TARGET = "PTV_5400";

  /** Name of the lining of the nasopharynx. */
  public static final String MUCOSA = "Mucosa_NPX";

  private static final double TUMOUR_ALPHA_BETA_GY = 10;
  private static final double LATE_ALPHA_BETA_GY = 3;
  private static final double NEURAL_ALPHA_BETA_GY = 2;

  private final HeadAnatomy anatomy;

  public OrganAtlas(HeadAnatomy anatomy) {
    this.anatomy = anatomy;
  }

  /** Structures of the planning CT of the re-irradiation. */
  public List<Organ> planned() {
    List<Organ> organs = new ArrayList<>();
    organs.add(target(GROSS_TUMOUR, "GTVp", StructureType.GTV, 0xE03030, anatomy.grossTumour()));
    organs.add(
        target(PLANNING_TARGET, "PTVp", StructureType.PTV, 0xF08030, anatomy.planningTarget()));
    addNeural(organs);
    for (Side side : Side.values()) {
      addLate(organs, side);
    }
    organs.add(
        new Organ(
            MUCOSA,
            Optional.empty(), // the list has no name for it
            StructureType.ORGAN,
            0xD070A0,
            LATE_ALPHA_BETA_GY,
            anatomy.mucosa()));
    organs.add(late("Bone_Mandible", 0xC8B080, anatomy.mandible()));
    organs.add(late("Brain", 0x70A0C8, anatomy.brain()));
    organs.add(external());
    return List.copyOf(organs);
  }

  /** Structures of the planning CT of the first course. */
  public List<Organ> firstCourse() {
    Solid highDose = anatomy.firstCourseTarget().grownBy(HeadAnatomy.PTV_MARGIN_MM);
    Solid elective = anatomy.neckNodes().grownBy(HeadAnatomy.PTV_MARGIN_MM);
    return List.of(
        target(FIRST_COURSE_TARGET, "PTV_High", StructureType.PTV, 0xF08030, highDose),
        target(ELECTIVE_TARGET, "PTV_Low", StructureType.PTV, 0xD0A040, elective),
        neural("Brainstem", 0x40B060, anatomy.brainstem()),
        neural("SpinalCord", 0x30C0A0, anatomy.spinalCord()),
        external());
  }

  private Organ external() {
    return new Organ(
        "External",
        Optional.of("External"),
        StructureType.EXTERNAL,
        0x808890,
        LATE_ALPHA_BETA_GY,
        anatomy.external());
  }

  private void addNeural(List<Organ> organs) {
    organs.add(neural("Brainstem", 0x40B060, anatomy.brainstem()));
    organs.add(neural("SpinalCord", 0x30C0A0, anatomy.spinalCord()));
    organs.add(neural("OpticChiasm", 0xB0C030, anatomy.chiasm()));
    for (Side side : Side.values()) {
      organs.add(neural("OpticNrv_" + side.suffix(), 0xD0B040, anatomy.opticNerve(side)));
    }
  }

  private void addLate(List<Organ> organs, Side side) {
    boolean left = side == Side.LEFT;
    String suffix = "_" + side.suffix();
    organs.add(
        late("Lobe_Temporal" + suffix, left ? 0x5080E0 : 0x8060E0, anatomy.temporalLobe(side)));
    organs.add(late("A_Carotid" + suffix, left ? 0xC05060 : 0xA03050, anatomy.carotid(side)));
    organs.add(late("Parotid" + suffix, left ? 0x60B0B0 : 0x4090A0, anatomy.parotid(side)));
    organs.add(late("Eye" + suffix, left ? 0x90A0D0 : 0x7888C0, anatomy.eye(side)));
    organs.add(late("Lens" + suffix, left ? 0xB0B0E0 : 0x9090D0, anatomy.lens(side)));
  }

  private static Organ target(
      String name, String tg263Name, StructureType type, int colourRgb, Solid body) {
    return new Organ(name, Optional.of(tg263Name), type, colourRgb, TUMOUR_ALPHA_BETA_GY, body);
  }

  private static Organ neural(String name, int colourRgb, Solid body) {
    return new Organ(
        name, Optional.of(name), StructureType.ORGAN, colourRgb, NEURAL_ALPHA_BETA_GY, body);
  }

  private static Organ late(String name, int colourRgb, Solid body) {
    return new Organ(
        name, Optional.of(name), StructureType.ORGAN, colourRgb, LATE_ALPHA_BETA_GY, body);
  }
}
