/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.ListedFeatureCatalogue;
import org.recourse.risk.RiskFixtures;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.published.MucosaCutOff;
import org.recourse.risk.published.TemporalLobeLyman;
import org.recourse.testing.TestExtensions;
import org.recourse.testing.Waiting;

/** Reads extensions from a registry of its own, so it runs with and without OSGi. */
class RiskModelRegistryTest {

  private static final String LYMAN_ID = "org.recourse.risk.temporalLobe.lyman";

  private static final EngineCatalogue NO_ENGINES = new ContributedEngineCatalogue(List.of());
  private static final FeatureCatalogue NO_FEATURES =
      new ListedFeatureCatalogue(List.of(), List.of());

  private static final ModelLibrary NO_PACKAGES = new ModelLibrary(List.of());

  private TestExtensions extensions;

  @BeforeEach
  void openRegistry() throws CoreException {
    extensions = new TestExtensions(RiskModelRegistryTest.class);
    extensions.contribute(
        "org.recourse.risk", "<extension-point id=\"riskModels\" name=\"Risk models\"/>");
  }

  @AfterEach
  void closeRegistry() {
    extensions.close();
  }

  @Test
  void findsModelsWithoutLoadingThemAndPutsOurOwnFirst() {
    extensions.contribute("a.vendor", model("a.missing", "com.example.Missing"));
    extensions.contribute("org.recourse.risk", model(LYMAN_ID, TemporalLobeLyman.class.getName()));
    var models = new RiskModelRegistry(extensions.registry(), NO_ENGINES, NO_FEATURES, NO_PACKAGES);

    assertEquals(
        List.of("org.recourse.risk", "a.vendor"),
        models.models().stream().map(RiskModelEntry::contributor).toList());
    assertTrue(models.findings().isEmpty());
    assertEquals(LYMAN_ID, models.description(LYMAN_ID).orElseThrow().id());
  }

  @Test
  void aClassThatIsMissingOrNoModelIsAFindingOfItsBundle() {
    extensions.contribute("a.vendor", model("a.missing", "com.example.Missing"));
    extensions.contribute("b.vendor", model("b.string", "java.lang.String"));
    var models = new RiskModelRegistry(extensions.registry(), NO_ENGINES, NO_FEATURES, NO_PACKAGES);
    var all = models.assessAll(RiskFixtures.input(List.of()), new NullProgressMonitor());

    var missing = assertInstanceOf(RiskResult.Failed.class, all.get(0).result());
    assertTrue(missing.sentence().contains("a.vendor"), missing.sentence());
    var wrong = assertInstanceOf(RiskResult.Failed.class, all.get(1).result());
    assertTrue(wrong.sentence().contains("does not implement"), wrong.sentence());
  }

  @Test
  void anExtensionWithoutIdIsAFindingOfItsBundle() {
    extensions.contribute(
        "a.vendor",
        "<extension point=\"org.recourse.risk.riskModels\"><riskModel title=\"x\" class=\"y\"/>"
            + "</extension>");
    var models = new RiskModelRegistry(extensions.registry(), NO_ENGINES, NO_FEATURES, NO_PACKAGES);

    assertTrue(models.models().isEmpty());
    Finding finding = models.findings().get(0);
    assertEquals("a.vendor", finding.affected());
    assertTrue(finding.text().contains("lacks id"), finding.text());
  }

  @Test
  void duplicateIdsAreAFinding() {
    extensions.contribute("a.vendor", model(LYMAN_ID, MucosaCutOff.class.getName()));
    extensions.contribute("org.recourse.risk", model(LYMAN_ID, TemporalLobeLyman.class.getName()));
    var models = new RiskModelRegistry(extensions.registry(), NO_ENGINES, NO_FEATURES, NO_PACKAGES);

    assertEquals("org.recourse.risk", models.models().get(0).contributor());
    assertEquals("a.vendor", models.findings().get(0).affected());
  }

  @Test
  void aBundleThatComesLaterIsSeen() {
    var models = new RiskModelRegistry(extensions.registry(), NO_ENGINES, NO_FEATURES, NO_PACKAGES);
    assertTrue(models.models().isEmpty());

    extensions.contribute("a.vendor", model(LYMAN_ID, TemporalLobeLyman.class.getName()));
    Waiting.until("the registry tells it", () -> !models.models().isEmpty());
    models.close();
  }

  private static String model(String id, String className) {
    return "<extension point=\"org.recourse.risk.riskModels\"><riskModel id=\""
        + id
        + "\" title=\""
        + id
        + "\" class=\""
        + className
        + "\"/></extension>";
  }
}
