/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.assistant.check.BuiltInPlanChecks;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.check.PlanCheckContribution;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.testing.TestExtensions;

/** The checks as they are registered, and those of a vendor beside them. */
class PlanCheckRegistryTest {

  private static final String CONTRIBUTED_ID = "org.recourse.test.contributedCheck";
  private static final String BROKEN_ID = "org.recourse.test.brokenCheck";

  /** Contributed by the {@code fragment.xml} of the tests. */
  public static final class ContributedCheck implements PlanCheck {
    @Override
    public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
      return List.of();
    }
  }

  /** Contributed by the {@code fragment.xml} of the tests; cannot be created. */
  public static final class BrokenCheck implements PlanCheck {
    public BrokenCheck() {
      throw new IllegalStateException("no licence");
    }

    @Override
    public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
      return List.of();
    }
  }

  /** Asks the framework for the service: a missing descriptor fails silently otherwise. */
  @Test
  void theCatalogueIsAServiceAndFindsACheckOfAnotherBundle() throws BundleException, CoreException {
    Bundle bundle = FrameworkUtil.getBundle(PlanCheckRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<PlanCheckCatalogue> reference =
        context.getServiceReference(PlanCheckCatalogue.class);
    assertNotNull(reference, "no PlanCheckCatalogue: OSGI-INF missing or SCR not started");
    PlanCheckCatalogue catalogue = context.getService(reference);

    assertEquals(
        BuiltInPlanChecks.catalogue().checks().stream().map(PlanCheckContribution::id).toList(),
        catalogue.checks().stream()
            .map(PlanCheckContribution::id)
            .filter(id -> !id.startsWith("org.recourse.test."))
            .toList());
    assertInstanceOf(ContributedCheck.class, check(catalogue, CONTRIBUTED_ID).source().create());
    assertThrows(CoreException.class, () -> check(catalogue, BROKEN_ID).source().create());
    context.ungetService(reference);
  }

  @Test
  void aCheckWithoutIdLeavesTheOthers() throws CoreException {
    try (var extensions = new TestExtensions(PlanCheckRegistryTest.class)) {
      extensions.contribute(
          "org.recourse.assistant", "<extension-point id=\"planChecks\" name=\"x\"/>");
      extensions.contribute("a.vendor", check(""));
      extensions.contribute("b.vendor", check("b"));
      var registry = new PlanCheckRegistry(extensions.registry());

      assertEquals(
          List.of("b.vendor"),
          registry.checks().stream().map(PlanCheckContribution::contributor).toList());
      assertInstanceOf(ContributedCheck.class, check(registry, "b").source().create());
      registry.close();
    }
  }

  private static String check(String id) {
    return "<extension point=\"org.recourse.assistant.planChecks\"><planCheck id=\"%s\" title=\"t\" class=\"%s\"/></extension>"
        .formatted(id, ContributedCheck.class.getName());
  }

  private static PlanCheckContribution check(PlanCheckCatalogue catalogue, String id) {
    return catalogue.checks().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
