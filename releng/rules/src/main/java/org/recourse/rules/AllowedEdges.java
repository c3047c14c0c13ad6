/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which bundle may use which: the table of HOUSE.md section 2 with {@code
 * releng/decisions/0001-rendering-bundle.md}, {@code 0005-ui-bundles-by-task.md}, {@code
 * 0010-training-bundle.md} and {@code 0011-extension-bundle.md}. What a bundle may use, its users
 * may use as well. Fragments, which hold the tests, may use what their host may, and the test
 * support.
 */
public final class AllowedEdges implements Rule {

  private static final String OWN = "org.recourse.";

  private static final Map<String, Set<String>> TABLE =
      Map.ofEntries(
          entry("grid", Set.of()),
          entry("model", Set.of()),
          entry("learning", Set.of()),
          entry("dosimetry", Set.of("grid")),
          entry("registration", Set.of("grid")),
          entry("extension", Set.of("grid")),
          entry("radiomics", Set.of("grid", "extension")),
          entry("inference", Set.of("grid", "extension")),
          entry("rendering", Set.of("grid")),
          entry("inference.onnx", Set.of("inference")),
          entry("inference.djl", Set.of("inference", "inference.onnx")), // compares itself with it
          entry("inference.remote", Set.of("inference")),
          entry("radiobiology", Set.of("grid", "dosimetry", "extension")),
          entry("dosiomics", Set.of("grid", "dosimetry", "radiobiology", "radiomics")),
          entry("planning", Set.of("grid", "dosimetry", "radiobiology")),
          entry("risk", Set.of("radiomics", "dosiomics", "learning", "inference", "radiobiology")),
          entry("dicom", Set.of("grid", "model")),
          entry("dicom.codecs", Set.of()), // opens a decoder to dicom, holds no code
          entry("phantom", Set.of("grid", "model", "dicom", "dosimetry", "radiobiology")),
          entry("assistant", Set.of("dicom", "planning", "registration", "risk")),
          entry("training", Set.of("assistant", "phantom")),
          entry("tuning", Set.of("assistant")),
          entry("audit", Set.of("assistant")),
          entry("report", Set.of("assistant", "rendering")),
          entry("outcomes", Set.of("learning")),
          entry("cohort", Set.of("assistant", "outcomes", "phantom")),
          entry(
              "cli",
              Set.of(
                  "assistant",
                  "audit",
                  "cohort",
                  "inference.onnx", // the matrix product its benchmark compares with
                  "inference.remote",
                  "report",
                  "phantom",
                  "rendering",
                  "training",
                  "tuning")),
          entry("ui", Set.of("assistant", "report")),
          entry("ui.viewer", Set.of("ui", "rendering")),
          entry("ui.cohort", Set.of("cohort", "ui")),
          entry("ui.assistant", Set.of("audit", "report", "tuning", "ui.viewer")),
          entry("ui.clinical", Set.of("ui")),
          entry("ui.contouring", Set.of("ui.viewer")),
          entry("ui.registration", Set.of("ui.viewer")),
          entry("ui.radiomics", Set.of("ui.viewer")),
          entry("ui.inference", Set.of("inference.remote", "training", "ui.viewer")),
          entry("ui.planning", Set.of("ui.viewer")),
          entry(
              "app",
              Set.of(
                  "phantom",
                  "ui",
                  "ui.assistant",
                  "ui.clinical",
                  "ui.cohort",
                  "ui.contouring",
                  "ui.inference",
                  "ui.planning",
                  "ui.radiomics",
                  "ui.registration",
                  "ui.viewer")),
          entry("testing", Set.of("phantom")));

  private static final Set<String> TEST_SUPPORT = Set.of("testing", "phantom");

  @Override
  public List<String> breaches(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Bundle bundle : checkout.bundles()) {
      String where = checkout.shown(bundle.manifest());
      if (!TABLE.containsKey(bundle.subject())) {
        breaches.add(where + ": the table of bundles does not know " + bundle.subject());
        continue;
      }
      Set<String> allowed = allowed(bundle);
      Stream.of(bundle.imports(), bundle.requires())
          .flatMap(List::stream)
          .map(Clause::name)
          .filter(name -> name.startsWith(OWN))
          .filter(name -> owner(name).filter(allowed::contains).isEmpty())
          .forEach(name -> breaches.add(where + ": " + name + " is no allowed dependency"));
    }
    return breaches;
  }

  private static Set<String> allowed(Bundle bundle) {
    Set<String> allowed = closure(Set.of(bundle.subject()));
    if (!bundle.symbolicName().equals(OWN + bundle.subject())) { // a fragment of it
      allowed.addAll(closure(TEST_SUPPORT));
    }
    return allowed;
  }

  /** Returns the bundles with everything that they may use, directly or not. */
  static Set<String> closure(Set<String> bundles) {
    var reached = new HashSet<>(bundles);
    var open = new ArrayDeque<>(bundles);
    while (!open.isEmpty()) {
      for (String next : TABLE.get(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** Returns the bundles of the table that can reach themselves; there must be none. */
  static List<String> cycles() {
    return TABLE.keySet().stream()
        .filter(bundle -> closure(TABLE.get(bundle)).contains(bundle))
        .sorted()
        .toList();
  }

  /** Returns the bundle a package belongs to: the longest bundle name that starts its name. */
  private static Optional<String> owner(String name) {
    String rest = name.substring(OWN.length());
    return TABLE.keySet().stream()
        .filter(bundle -> rest.equals(bundle) || rest.startsWith(bundle + "."))
        .max(Comparator.comparingInt(String::length));
  }
}
