/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.checks;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.check.ContributedPlanChecks;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.check.PlanCheckContribution;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.grid.finding.Finding;

/**
 * Turns the extensions of {@code org.recourse.assistant.planChecks} into a catalogue, again
 * whenever a bundle with extensions comes or goes. Thread-safe.
 */
@Component(service = PlanCheckCatalogue.class)
public final class PlanCheckRegistry implements PlanCheckCatalogue {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.assistant.planChecks", "plan check")
          .withElement("planCheck", Contribution.ID, Contribution.TITLE, Contribution.CLASS);

  /** What was read at one time. */
  private record Reading(PlanCheckCatalogue catalogue, List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Activate
  public PlanCheckRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, PlanCheckRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<PlanCheckContribution> checks() {
    return extensions.current().catalogue().checks();
  }

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    Reading now = extensions.current();
    List<Finding> findings = new ArrayList<>(now.findings());
    findings.addAll(now.catalogue().check(numbers, monitor));
    return List.copyOf(findings);
  }

  private static Reading read(IExtensionRegistry registry) {
    Installed<PlanCheckContribution> installed =
        POINT.read(
            registry,
            found ->
                new PlanCheckContribution(
                    found.id(),
                    found.title(),
                    found.bundle(),
                    () -> found.create(PlanCheck.class)));
    return new Reading(new ContributedPlanChecks(installed.items()), installed.findings());
  }
}
