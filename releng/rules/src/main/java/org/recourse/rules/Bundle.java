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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle or fragment as its manifest declares it. Immutable.
 *
 * @param folder project folder
 * @param symbolicName without parameters
 * @param fragmentHost host of a fragment
 * @param imports clauses of Import-Package and DynamicImport-Package
 * @param exports clauses of Export-Package
 * @param requires clauses of Require-Bundle
 * @param activator whether there is a Bundle-Activator
 */
public record Bundle(
    Path folder,
    String symbolicName,
    Optional<String> fragmentHost,
    List<Clause> imports,
    List<Clause> exports,
    List<Clause> requires,
    boolean activator) {

  private static final String OWN = "org.recourse.";

  /** Reads the manifest of a project folder. */
  static Bundle read(Path folder) throws IOException {
    Attributes headers;
    try (InputStream stream = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
      headers = new Manifest(stream).getMainAttributes();
    }
    return new Bundle(
        folder,
        clauses(headers, "Bundle-SymbolicName").getFirst().name(),
        clauses(headers, "Fragment-Host").stream().map(Clause::name).findFirst(),
        concat(clauses(headers, "Import-Package"), clauses(headers, "DynamicImport-Package")),
        clauses(headers, "Export-Package"),
        clauses(headers, "Require-Bundle"),
        headers.getValue("Bundle-Activator") != null);
  }

  /**
   * Returns the name without {@code org.recourse.}; of a fragment of our own bundle, such as its
   * tests, the name of the host.
   */
  public String subject() {
    String name = fragmentHost.filter(host -> host.startsWith(OWN)).orElse(symbolicName);
    return name.startsWith(OWN) ? name.substring(OWN.length()) : name;
  }

  /** Returns the manifest file, for messages. */
  public Path manifest() {
    return folder.resolve("META-INF/MANIFEST.MF");
  }

  private static List<Clause> clauses(Attributes headers, String name) {
    return Optional.ofNullable(headers.getValue(name)).map(Clause::parse).orElse(List.of());
  }

  private static List<Clause> concat(List<Clause> first, List<Clause> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
