/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.check;

import java.util.List;
import java.util.Map;
import org.recourse.assistant.internal.checks.CoarseDoseGrid;
import org.recourse.assistant.internal.checks.MissingCriticalOrgans;
import org.recourse.assistant.internal.checks.MissingFractions;
import org.recourse.assistant.internal.checks.OutsideDoseGrid;
import org.recourse.assistant.internal.checks.TargetDoseAndPrescription;
import org.recourse.assistant.internal.checks.TypedBesideCalculated;
import org.recourse.assistant.internal.checks.UnjudgedRegistrations;

/** The checks of this bundle, for callers without an extension registry. Stateless. */
public final class BuiltInPlanChecks {

  private static final String OWN_BUNDLE = "org.recourse.assistant";

  private BuiltInPlanChecks() {}

  /** Makes a catalogue of them. */
  public static PlanCheckCatalogue catalogue() {
    return new ContributedPlanChecks(
        List.<Map.Entry<String, PlanCheck>>of(
                Map.entry("doseGrid.coarse", new CoarseDoseGrid()),
                Map.entry("organs.missing", new MissingCriticalOrgans()),
                Map.entry("registrations.unjudged", new UnjudgedRegistrations()),
                Map.entry("fractions.missing", new MissingFractions()),
                Map.entry("target.outsideGrid", new OutsideDoseGrid()),
                Map.entry("target.prescription", new TargetDoseAndPrescription()),
                Map.entry("courses.typedBesideCalculated", new TypedBesideCalculated()))
            .stream()
            .map(
                check ->
                    new PlanCheckContribution(
                        "org.recourse.check." + check.getKey(),
                        check.getKey(),
                        OWN_BUNDLE,
                        check::getValue))
            .toList());
  }
}
