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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule, on a small bad example and on the good one beside it. */
class RulesCanFailTest {

  private static final String RANGE = ";version=\"[1.0.0,2.0.0)\"";
  private static final String BUNDLE_RANGE = ";bundle-version=\"[2.0.0,3.0.0)\"";

  @TempDir Path root;

  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(root);
    bundle("grid", "");
  }

  @ParameterizedTest(name = "{0} imports {1}: allowed {2}")
  @CsvSource({
    "dosimetry, org.recourse.grid.volume, true",
    "grid, org.recourse.dosimetry.dvh, false",
    "dicom, org.recourse.model, true",
    "model, org.recourse.grid.finding, false",
    "radiobiology, org.recourse.grid.volume, true", // through dosimetry
    "risk, org.recourse.dicom.imports, false",
    "assistant, org.recourse.phantom, false",
    "ui.viewer, org.recourse.rendering, true",
    "rendering, org.recourse.ui.viewer.canvas, false",
    "cli, org.recourse.ui.editor, false",
    "app, org.recourse.phantom, true",
    "grid, org.recourse.testing, false",
    "grid, org.recourse.nowhere, false",
    "dicom, org.recourse.modelling, false", // starts like model, is another name
    "surprise, org.recourse.grid.volume, false"
  })
  void edges(String subject, String imported, boolean allowed) throws IOException {
    bundle(subject, "Import-Package: " + imported + RANGE + "\n");

    assertEquals(allowed ? 0 : 1, new AllowedEdges().breaches(checkout).size());
  }

  @Test
  void edgesOfRequiredBundlesCountToo() throws IOException {
    bundle("grid", "Require-Bundle: org.recourse.model" + BUNDLE_RANGE + "\n");

    assertEquals(1, new AllowedEdges().breaches(checkout).size());
  }

  @Test
  void testsMayUseTestSupportAndNothingElseMore() throws IOException {
    fragment("grid", "Import-Package: org.recourse.testing" + RANGE + "\n");
    assertEquals(List.of(), new AllowedEdges().breaches(checkout));

    fragment("grid", "Import-Package: org.recourse.ui.editor" + RANGE + "\n");
    assertEquals(1, new AllowedEdges().breaches(checkout).size());
  }

  @Test
  void aFragmentOfALibraryHasItsOwnLine() throws IOException {
    manifest(
        "org.recourse.dicom.codecs",
        "Bundle-SymbolicName: org.recourse.dicom.codecs\nFragment-Host: some-library\n"
            + "Import-Package: org.recourse.testing"
            + RANGE
            + "\n");

    assertEquals(1, new AllowedEdges().breaches(checkout).size());
  }

  @Test
  void theTableHasNoCycle() {
    assertEquals(List.of(), AllowedEdges.cycles());
  }

  @ParameterizedTest(name = "{0} uses {1}: allowed {2}")
  @CsvSource({
    "grid, org.eclipse.swt.graphics, false",
    "ui.viewer, org.eclipse.swt.graphics, true",
    "app, org.eclipse.ui, true",
    "assistant, org.eclipse.ui.part, false",
    "uinot, org.eclipse.jface.viewers, false",
    "grid, org.eclipse.uimodel, true" // starts like org.eclipse.ui, is another name
  })
  void windows(String subject, String used, boolean allowed) throws IOException {
    bundle(subject, "Import-Package: " + used + RANGE + "\n");

    assertEquals(allowed ? 0 : 1, ConfinedLibraries.WINDOWS.breaches(checkout).size());
  }

  @Test
  void emf() throws IOException {
    bundle("model", "Require-Bundle: org.eclipse.emf.ecore" + BUNDLE_RANGE + "\n");
    assertEquals(List.of(), ConfinedLibraries.EMF.breaches(checkout));

    bundle("risk", "Require-Bundle: org.eclipse.emf.ecore" + BUNDLE_RANGE + "\n");
    assertEquals(1, ConfinedLibraries.EMF.breaches(checkout).size());
  }

  @Test
  void toolkitAndEngines() throws IOException {
    bundle("cli", "Import-Package: org.aoju.bus.image" + RANGE + "\n");
    bundle("risk", "Import-Package: ai.onnxruntime" + RANGE + ",ai.djl.engine" + RANGE + "\n");
    bundle("inference.djl", "Import-Package: ai.djl.engine" + RANGE + "\n");

    assertEquals(1, ConfinedLibraries.DICOM_TOOLKIT.breaches(checkout).size());
    assertEquals(1, ConfinedLibraries.ONNX_RUNTIME.breaches(checkout).size());
    assertEquals(1, ConfinedLibraries.DJL.breaches(checkout).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.recourse.grid.internal;version=\"1.0.0\"|1",
        "org.recourse.grid.internal.fast;version=\"1.0.0\";x-friends:=\"a,b\"|1",
        "org.recourse.model.impl;version=\"1.0.0\"|1",
        "org.recourse.model.impl;version=\"1.0.0\";x-internal:=true|0",
        "some.library.impl;version=\"1.0.0\"|0", // opened by a fragment of that library
        "org.recourse.grid.internals;version=\"1.0.0\"|0",
        "org.recourse.grid;version=\"1.0.0\";uses:=\"a.internal,b.internal\"|0"
      })
  void internalExports(String exported, int breaches) throws IOException {
    bundle("grid", "Export-Package: " + exported + "\n");

    assertEquals(breaches, ManifestRules.exports(checkout).size());
  }

  @Test
  void exportsHaveVersions() throws IOException {
    bundle(
        "grid", "Export-Package: org.recourse.grid.volume,org.recourse.grid;version=\"1.0.0\"\n");

    assertEquals(1, ManifestRules.exportVersions(checkout).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Import-Package: org.junit.jupiter.api|1",
        "Import-Package: org.junit.jupiter.api;version=\"5.10\"|1",
        "Import-Package: org.junit.jupiter.api;version=\"[5.10,6)\"|0",
        "Import-Package: javax.xml.parsers,org.w3c.dom|0", // the JDK
        "DynamicImport-Package: *|1",
        "Require-Bundle: org.eclipse.emf.ecore|1",
        "Require-Bundle: org.eclipse.emf.ecore;bundle-version=\"2.40.0\"|1",
        "Require-Bundle: org.eclipse.emf.ecore;bundle-version=\"[2.40.0,3.0.0)\"|0"
      })
  void versionRanges(String header, int breaches) throws IOException {
    bundle("grid", header + "\n");

    assertEquals(breaches, ManifestRules.ranges(checkout).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Import-Package: org.recourse.model;version=\"[1,2)\";resolution:=optional",
        "Require-Bundle: org.eclipse.emf.ecore;visibility:=reexport",
        "Require-Bundle: org.recourse.model",
        "Require-Bundle: info.picocli"
      })
  void plainImports(String header) throws IOException {
    bundle("grid", header + "\n");

    assertEquals(1, ManifestRules.forms(checkout).size());
  }

  @Test
  void activators() throws IOException {
    assertEquals(List.of(), ManifestRules.activators(checkout));

    bundle("grid", "Bundle-Activator: org.recourse.grid.Activator\n");

    assertEquals(1, ManifestRules.activators(checkout).size());
  }

  @Test
  void longClasses() throws IOException {
    source("grid", "A.java", "\n".repeat(400));
    assertEquals(List.of(), SourceRules.sizes(checkout));

    source("grid", "A.java", "\n".repeat(401));
    assertEquals(1, SourceRules.sizes(checkout).size());
  }

  @Test
  void licences() throws IOException {
    source("grid", "A.java", "/* another licence */ class A {}\n");

    assertEquals(1, SourceRules.licences(checkout).size());
  }

  @Test
  void packagesAreDescribed() throws IOException {
    source("grid", "A.java", "class A {}\n");
    assertEquals(1, SourceRules.packageInfos(checkout).size());

    source("grid", "package-info.java", "package org.recourse.grid;\n");
    assertEquals(List.of(), SourceRules.packageInfos(checkout));
  }

  @ParameterizedTest
  @ValueSource(strings = {"System.out.println(1);", "x(System.err);", "e.printStackTrace();"})
  void consoles(String statement) throws IOException {
    source("grid", "A.java", "class A { void a() { " + statement + " } }\n");
    bundle("cli", "");
    source("cli", "A.java", "class A { void a() { " + statement + " } }\n");

    assertEquals(1, SourceRules.console(checkout).size());
  }

  @Test
  void testsThatAreSwitchedOff() throws IOException {
    fragment("grid", "");
    source("grid.tests", "ATest.java", "class ATest { @Test @" + "Disabled void a() {} }\n");

    assertEquals(1, SourceRules.disabledTests(checkout).size());
  }

  @Test
  void hostsOfRegistries() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "init", "-q").directory(root.toFile()).start();
    assertTrue(git.waitFor(1, TimeUnit.MINUTES));
    Files.writeString(root.resolve("good.txt"), "http://" + "maven.apache.org/POM/4.0.0\n");
    Files.writeString(root.resolve("ignored.txt"), "https://" + "repo1.maven" + ".org/maven2\n");
    Files.writeString(root.resolve(".gitignore"), "ignored.txt\n");
    assertEquals(List.of(), SourceRules.registryHosts(checkout));

    Files.writeString(root.resolve("bad.txt"), "a\nhttps://" + "repo1.maven" + ".org/maven2\n");
    assertEquals(1, SourceRules.registryHosts(checkout).size());
    assertTrue(SourceRules.registryHosts(checkout).getFirst().startsWith("bad.txt, line 2"));
  }

  private void bundle(String subject, String headers) throws IOException {
    String name = "org.recourse." + subject;
    manifest(name, "Bundle-SymbolicName: " + name + ";singleton:=true\n" + headers);
  }

  private void fragment(String host, String headers) throws IOException {
    String name = "org.recourse." + host + ".tests";
    manifest(
        name,
        "Bundle-SymbolicName: "
            + name
            + "\nFragment-Host: org.recourse."
            + host
            + ";bundle-version=\"[1.0.0,2.0.0)\"\n"
            + headers);
  }

  private void manifest(String name, String headers) throws IOException {
    Path folder = Files.createDirectories(root.resolve("bundles/" + name + "/META-INF"));
    Files.writeString(folder.resolve("MANIFEST.MF"), "Manifest-Version: 1.0\n" + wrapped(headers));
  }

  /** Manifests wrap at 72 bytes; the reader must join the lines again. */
  private static String wrapped(String headers) {
    var lines = new StringBuilder();
    headers
        .lines()
        .forEach(line -> lines.append(line.replaceAll("(.{60})(?=.)", "$1\n ")).append('\n'));
    return lines.toString();
  }

  private void source(String subject, String file, String text) throws IOException {
    Path folder = root.resolve("bundles/org.recourse." + subject + "/src/org/recourse/" + subject);
    Files.writeString(Files.createDirectories(folder).resolve(file), text);
  }
}
