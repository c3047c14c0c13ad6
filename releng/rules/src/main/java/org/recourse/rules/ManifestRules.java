/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on the form of manifests: exports, version ranges, activators, required bundles. */
public final class ManifestRules {

  private static final String OWN = "org.recourse.";
  private static final String RESOLUTION = "resolution:";

  /** Packages of the JDK have no version that could be asked for. */
  private static final Set<String> JDK_PACKAGES =
      ModuleLayer.boot().modules().stream()
          .flatMap(module -> module.getPackages().stream())
          .filter(name -> !name.startsWith(OWN) && !name.startsWith("org.junit"))
          .collect(Collectors.toUnmodifiableSet());

  private ManifestRules() {}

  /**
   * No package named {@code internal} is exported; generated {@code impl} of ours only as
   * x-internal.
   */
  public static List<String> exports(Checkout checkout) throws IOException {
    return forEachClause(
        checkout,
        Bundle::exports,
        clause -> {
          List<String> parts = Arrays.asList(clause.name().split("\\."));
          if (parts.contains("internal")) {
            return Stream.of(clause.name() + " is internal and must not be exported");
          }
          boolean hidden = clause.parameter("x-internal:").filter("true"::equals).isPresent();
          return clause.name().startsWith(OWN) && parts.contains("impl") && !hidden
              ? Stream.of(clause.name() + " may be exported as x-internal only")
              : Stream.empty();
        });
  }

  /** Every exported package that others may use has a version. */
  public static List<String> exportVersions(Checkout checkout) throws IOException {
    return forEachClause(
        checkout,
        Bundle::exports,
        clause ->
            clause.parameter("version").isEmpty()
                ? Stream.of(clause.name() + " is exported without version")
                : Stream.empty());
  }

  /** Every import and every required bundle has a version range. */
  public static List<String> ranges(Checkout checkout) throws IOException {
    List<String> breaches =
        forEachClause(
            checkout,
            Bundle::imports,
            clause ->
                JDK_PACKAGES.contains(clause.name()) || isRange(clause, "version")
                    ? Stream.empty()
                    : Stream.of("import of " + clause.name() + " has no version range"));
    breaches.addAll(
        forEachClause(
            checkout,
            Bundle::requires,
            clause ->
                isRange(clause, "bundle-version")
                    ? Stream.empty()
                    : Stream.of("required " + clause.name() + " has no version range")));
    return breaches;
  }

  /**
   * Nothing of our own is optional, nothing is re-exported, nothing of our own is required whole.
   */
  public static List<String> forms(Checkout checkout) throws IOException {
    List<String> breaches =
        forEachClause(
            checkout,
            Bundle::imports,
            clause ->
                clause.name().startsWith(OWN)
                        && clause.parameter(RESOLUTION).filter("optional"::equals).isPresent()
                    ? Stream.of("import of " + clause.name() + " is optional")
                    : Stream.empty());
    breaches.addAll(
        forEachClause(
            checkout,
            Bundle::requires,
            clause -> {
              if (clause.parameter("visibility:").filter("reexport"::equals).isPresent()) {
                return Stream.of(clause.name() + " is re-exported");
              }
              return clause.name().startsWith("org.eclipse.")
                      || clause.name().equals("org.apache.felix.scr") // asked for by service tests
                  ? Stream.empty()
                  : Stream.of(clause.name() + " is required as bundle; import its packages");
            }));
    return breaches;
  }

  /** No bundle has an activator. */
  public static List<String> activators(Checkout checkout) throws IOException {
    return checkout.bundles().stream()
        .filter(Bundle::activator)
        .map(bundle -> checkout.shown(bundle.manifest()) + ": Bundle-Activator")
        .toList();
  }

  private static boolean isRange(Clause clause, String attribute) {
    return clause
        .parameter(attribute)
        .filter(range -> range.matches("[\\[(][0-9][^,]*,[0-9][^,]*[\\])]"))
        .isPresent();
  }

  private static List<String> forEachClause(
      Checkout checkout,
      Function<Bundle, List<Clause>> header,
      Function<Clause, Stream<String>> check)
      throws IOException {
    var breaches = new ArrayList<String>();
    for (Bundle bundle : checkout.bundles()) {
      String where = checkout.shown(bundle.manifest()) + ": ";
      header.apply(bundle).stream()
          .flatMap(check)
          .forEach(sentence -> breaches.add(where + sentence));
    }
    return breaches;
  }
}
