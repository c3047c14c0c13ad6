/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.List;
import java.util.Optional;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;

/**
 * The recovery tables found in the literature and in open tools. They disagree; none is a default.
 * Tables from tools have no source of their own that was read, so they are drafts.
 */
public final class RecoveryTables {

  /** Spinal cord, Doi 2021. */
  public static final RecoveryTable DOI_2021 =
      table(
          "doi2021",
          "Doi 2021, spinal cord",
          "spinal cord",
          new Source("Doi 2021, doi:10.1007/s00066-021-01772-7", "", SourceStrength.READ),
          25,
          50,
          50);

  /** The table of SlicerRadReirradiation, which applies it to every voxel. */
  public static final RecoveryTable SLICER_RAD_REIRRADIATION =
      table(
          "slicerRadReirradiation",
          "SlicerRadReirradiation",
          "any (the tool applies it to all voxels)",
          new Source("SlicerRadReirradiation, source code", "", SourceStrength.SECONDARY),
          25,
          50,
          65);

  /** The table of the calculator of subbumishra92. */
  public static final RecoveryTable SUBBUMISHRA92 =
      table(
          "subbumishra92",
          "subbumishra92 calculator",
          "not stated",
          new Source("subbumishra92 re-irradiation calculator", "", SourceStrength.SECONDARY),
          25,
          50,
          50);

  /** The table of the antica1 skill. */
  public static final RecoveryTable ANTICA1 =
      table(
          "antica1",
          "antica1 skill",
          "not stated",
          new Source("antica1 re-irradiation skill", "", SourceStrength.SECONDARY),
          30,
          50,
          70);

  /** All tables. */
  public static final List<RecoveryTable> ALL =
      List.of(DOI_2021, SLICER_RAD_REIRRADIATION, SUBBUMISHRA92, ANTICA1);

  /**
   * Limits and models that were derived from sums without discount; recovery never reaches them.
   */
  public static final List<Source> DERIVED_WITHOUT_RECOVERY =
      List.of(
          new Source("HyTEC spinal cord, Sahgal 2021", "", SourceStrength.SECONDARY),
          new Source("Nieder 2006, PubMed 17084560, BED limits", "", SourceStrength.READ),
          new Source(
              "rNPC temporal lobe models (Lyman D0.1cc; Guan 2024)", "", SourceStrength.ABSTRACT));

  private RecoveryTables() {}

  /** Returns the table with an id. */
  public static Optional<RecoveryTable> find(String id) {
    return ALL.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  private static RecoveryTable table(
      String id,
      String title,
      String organ,
      Source source,
      double sixMonthsPercent,
      double oneYearPercent,
      double twoYearsPercent) {
    return new RecoveryTable(
        id,
        title,
        organ,
        List.of(
            new RecoveryTable.Step(6, new Recovery(sixMonthsPercent / 100)),
            new RecoveryTable.Step(12, new Recovery(oneYearPercent / 100)),
            new RecoveryTable.Step(24, new Recovery(twoYearsPercent / 100))),
        source);
  }
}
