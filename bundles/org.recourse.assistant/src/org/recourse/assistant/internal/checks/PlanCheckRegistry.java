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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.check.ContributedPlanChecks;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.check.PlanCheckContribution;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/**
 * Turns the extensions of {@code org.recourse.assistant.planChecks} into a catalogue, again
 * whenever a bundle with extensions comes or goes. Thread-safe.
 */
@Component(service = PlanCheckCatalogue.class)
public final class PlanCheckRegistry implements PlanCheckCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.assistant.planChecks";

  private static final String OWN_BUNDLE = "org.recourse.assistant";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";

  /** What was read at one time. */
  private record Reading(PlanCheckCatalogue catalogue, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Activate
  public PlanCheckRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<PlanCheckContribution> checks() {
    return reading.catalogue().checks();
  }

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    Reading now = reading;
    List<Finding> findings = new ArrayList<>(now.findings());
    findings.addAll(now.catalogue().check(numbers, monitor));
    return List.copyOf(findings);
  }

  @Override
  public void added(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  /** Our own checks come first; those of vendors in the order of their bundles. */
  private static Reading read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    List<PlanCheckContribution> contributions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (IConfigurationElement element : elements) {
      List<String> missing =
          Stream.of(ID, TITLE, CLASS).filter(name -> element.getAttribute(name) == null).toList();
      if (missing.isEmpty()) {
        contributions.add(
            new PlanCheckContribution(
                element.getAttribute(ID),
                element.getAttribute(TITLE),
                element.getContributor().getName(),
                () -> create(element)));
      } else {
        findings.add(incomplete(element.getContributor().getName(), missing));
      }
    }
    return new Reading(new ContributedPlanChecks(contributions), List.copyOf(findings));
  }

  private static Finding incomplete(String bundle, List<String> missing) {
    return Finding.error(
        "A plan check of the bundle "
            + bundle
            + " is not made: its extension lacks "
            + String.join(", ", missing)
            + ". Report this to its vendor.",
        bundle);
  }

  private static PlanCheck create(IConfigurationElement element) throws CoreException {
    Object created = element.createExecutableExtension(CLASS);
    if (created instanceof PlanCheck check) {
      return check;
    }
    throw new CoreException(
        Status.error(
            element.getAttribute(CLASS) + " does not implement " + PlanCheck.class.getName()));
  }
}
