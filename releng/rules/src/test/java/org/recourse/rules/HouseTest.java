/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on this checkout. That each of them can fail is shown by {@link RulesCanFailTest}. */
class HouseTest {

  private final Checkout checkout = ThisCheckout.find();

  @Test
  void thereIsSomethingToCheck() throws IOException {
    assertTrue(checkout.bundles().size() > 10, "bundles found: " + checkout.bundles().size());
    assertTrue(checkout.sources().size() > 50, "sources found: " + checkout.sources().size());
    assertTrue(checkout.trackedTexts().size() > 100, "git lists too few files");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleIsKept(String name, Rule rule) throws IOException {
    assertEquals("", String.join("\n", rule.breaches(checkout)));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("only the edges of the table", new AllowedEdges()),
        rule("windows only in ui and app", ConfinedLibraries.WINDOWS),
        rule("EMF only where the model is used", ConfinedLibraries.EMF),
        rule("the DICOM toolkit only in dicom", ConfinedLibraries.DICOM_TOOLKIT),
        rule("ONNX Runtime only in its engine", ConfinedLibraries.ONNX_RUNTIME),
        rule("DJL only in its engine", ConfinedLibraries.DJL),
        rule("Jetty only where models are served", ConfinedLibraries.JETTY),
        rule("nothing internal is exported", ManifestRules::exports),
        rule("exports have versions", ManifestRules::exportVersions),
        rule("imports have version ranges", ManifestRules::ranges),
        rule("own packages are imported, plainly", ManifestRules::forms),
        rule("no activator", ManifestRules::activators),
        rule("at most 400 lines", SourceRules::sizes),
        rule("licence header", SourceRules::licences),
        rule("packages are described", SourceRules::packageInfos),
        rule("console only in the command line", SourceRules::console),
        rule("no test is switched off", SourceRules::disabledTests),
        rule("no host of a registry", SourceRules::registryHosts));
  }

  private static Arguments rule(String name, Rule rule) {
    return Arguments.of(name, rule);
  }
}
