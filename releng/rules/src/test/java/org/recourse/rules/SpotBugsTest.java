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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SpotBugs over the classes of all bundles in one run, from medium priority up. */
class SpotBugsTest {

  private final Checkout checkout = ThisCheckout.find();
  private final Path exclude = checkout.root().resolve("releng/config/spotbugs-exclude.xml");

  @Test
  void findsNoBugInAnyBundle() throws IOException, InterruptedException {
    List<Path> classes = bundleClasses();
    if (Boolean.getBoolean("recourse.classes.required")) {
      assertFalse(classes.isEmpty(), "no bundle is compiled: this module must be built last");
    }
    assumeFalse(classes.isEmpty(), "no bundle is compiled; run releng/verify");

    assertEquals("", String.join("\n", bugs(classes, libraries())));
  }

  @Test
  void canFail(@TempDir Path folder) throws IOException, InterruptedException {
    String name = BadExample.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve("BadExample.class");
    try (var bytes = BadExample.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(bytes, copy);
    }

    List<String> bugs = bugs(List.of(folder), List.of());

    assertTrue(String.join("\n", bugs).contains("NP_ALWAYS_NULL"), bugs.toString());
  }

  /** What SpotBugs must find. */
  static final class BadExample {

    int length() {
      String text = null;
      return text.length();
    }
  }

  private List<String> bugs(List<Path> classes, List<Path> libraries)
      throws IOException, InterruptedException {
    try (var project = new Project();
        var engine = new FindBugs2()) {
      classes.forEach(folder -> project.addFile(folder.toString()));
      libraries.forEach(jar -> project.addAuxClasspathEntry(jar.toString()));
      var reporter = new BugCollectionBugReporter(project);
      reporter.setPriorityThreshold(Priorities.NORMAL_PRIORITY);
      engine.setProject(project);
      engine.setBugReporter(reporter);
      engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
      engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
      engine.addFilter(exclude.toString(), false);
      engine.finishSettings();
      engine.execute();
      return reporter.getBugCollection().getCollection().stream()
          .map(SpotBugsTest::sentence)
          .sorted()
          .toList();
    }
  }

  private static String sentence(BugInstance bug) {
    SourceLineAnnotation line = bug.getPrimarySourceLineAnnotation();
    return bug.getPrimaryClass().getClassName()
        + ":"
        + line.getStartLine()
        + " "
        + bug.getType()
        + ": "
        + bug.getMessageWithoutPrefix();
  }

  private List<Path> bundleClasses() throws IOException {
    var classes = new ArrayList<Path>();
    for (Bundle bundle : checkout.bundles()) {
      Path folder = bundle.folder().resolve("target/classes");
      if (bundle.fragmentHost().isEmpty() && Files.isDirectory(folder)) {
        classes.add(folder);
      }
    }
    return classes;
  }

  /** Returns the jars of the target platform, as far as they are in the local repository. */
  private List<Path> libraries() throws IOException {
    String repository = System.getProperty("recourse.repository", "");
    if (repository.isBlank()) {
      return List.of();
    }
    String target = Files.readString(checkout.root().resolve("target-platform/recourse.target"));
    return TargetArtifact.parse(target).stream()
        .map(artifact -> artifact.in(Path.of(repository)))
        .filter(Files::exists)
        .toList();
  }
}
