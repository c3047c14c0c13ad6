/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.ui.planning.internal.objectives.WishList;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.widget.Texts;

/** Structures a plan is made on. Stateless; UI thread only. */
public final class PlanStructures {

  private static final Set<StructureType> TARGETS =
      EnumSet.of(StructureType.GTV, StructureType.CTV, StructureType.PTV);

  private PlanStructures() {}

  /** All structures of the plan. */
  public static List<Structure> all(Plan plan) {
    return plan.getStructureSet() == null
        ? List.of()
        : List.copyOf(plan.getStructureSet().getStructures());
  }

  public static Optional<Structure> named(Plan plan, String name) {
    return all(plan).stream().filter(structure -> name.equals(structure.getName())).findFirst();
  }

  public static boolean isTarget(Structure structure) {
    return TARGETS.contains(structure.getType());
  }

  /** The outer contour. */
  public static Optional<Structure> body(Plan plan) {
    return all(plan).stream()
        .filter(structure -> structure.getType() == StructureType.EXTERNAL)
        .findFirst();
  }

  /**
   * What the beams are aimed at: the targets of the objectives, else that of the prescription, else
   * every PTV, else every GTV and CTV.
   */
  public static List<Structure> targets(Plan plan) {
    List<Structure> chosen =
        WishList.of(plan).stream()
            .flatMap(wishes -> wishes.targets().stream())
            .flatMap(name -> named(plan, name).stream())
            .toList();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    if (plan.getPrescription() != null && plan.getPrescription().getTarget() != null) {
      return List.of(plan.getPrescription().getTarget());
    }
    List<Structure> planned = ofType(plan, EnumSet.of(StructureType.PTV)).toList();
    return planned.isEmpty() ? ofType(plan, TARGETS).toList() : planned;
  }

  private static Stream<Structure> ofType(Plan plan, Set<StructureType> types) {
    return all(plan).stream().filter(structure -> types.contains(structure.getType()));
  }

  /** Contours of a structure if they have been read. */
  public static Optional<ContourSet> contours(CaseSession session, Structure structure) {
    return session
        .openCase()
        .voxels()
        .contoursIfLoaded(
            StructureKey.of(structure).structureSetUid(),
            structure.getRoiNumber(),
            structure.isSetContourDigest() ? Texts.orEmpty(structure.getContourDigest()) : "");
  }
}
