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
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules on the text of sources and of every tracked file. */
public final class SourceRules {

  private static final int MAX_LINES = 400;

  private static final String LICENCE =
      """
      /*
       * Copyright (c) 2026 ReCourse contributors.
       *
       * This program and the accompanying materials are made available under the terms of the Eclipse
       * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
       *
       * SPDX-License-Identifier: EPL-2.0
       */
      """;

  private static final Pattern CONSOLE =
      Pattern.compile("\\bSystem\\s*\\.\\s*(out|err)\\b|\\.\\s*printStackTrace\\s*\\(");

  /** Only the command line speaks to the console. */
  private static final Pattern COMMAND_LINE = Pattern.compile("org\\.recourse\\.cli(\\.tests)?");

  private static final Pattern DISABLED = Pattern.compile("@(org\\.junit\\.[a-z.]+)?Disabled\\b");

  /** In pieces, so that this file does not contain what it looks for. */
  private static final Pattern REGISTRY_HOST =
      hosts(
          "repo1|maven|org",
          "repo|maven|apache|org",
          "repo|eclipse|org",
          "download|eclipse|org",
          "central|sonatype|com",
          "oss|sonatype|org",
          "plugins|gradle|org",
          "jitpack|io",
          "maven|aliyun|com",
          "pypi|org",
          "pythonhosted|org",
          "registry|npmjs|org",
          "conda|anaconda|org",
          "proxy|golang|org",
          "crates|io",
          "docker|io",
          "ghcr|io",
          "deb|debian|org");

  private SourceRules() {}

  /** A class file of sources stays at or below 400 lines. */
  public static List<String> sizes(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Path source : checkout.sources()) {
      int lines = Files.readAllLines(source).size();
      if (lines > MAX_LINES) {
        breaches.add(checkout.shown(source) + ": " + lines + " lines, more than " + MAX_LINES);
      }
    }
    return breaches;
  }

  /** Every source starts with the licence header. */
  public static List<String> licences(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Path source : checkout.sources()) {
      if (!Files.readString(source).replace("\r\n", "\n").startsWith(LICENCE)) {
        breaches.add(checkout.shown(source) + ": does not start with the licence header");
      }
    }
    return breaches;
  }

  /** Every package of a bundle is described; in fragments the host describes its packages. */
  public static List<String> packageInfos(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Bundle bundle : checkout.bundles()) {
      if (bundle.fragmentHost().isPresent()) {
        continue;
      }
      var packages = new TreeSet<Path>();
      for (Path source : Checkout.javaFiles(bundle.folder().resolve("src"))) {
        packages.add(source.getParent());
      }
      for (Path folder : packages) {
        if (!Files.exists(folder.resolve("package-info.java"))) {
          breaches.add(checkout.shown(folder) + ": has no package-info.java");
        }
      }
    }
    return breaches;
  }

  /** Nothing but the command line writes to the console. */
  public static List<String> console(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Path folder : checkout.bundleFolders()) {
      if (!COMMAND_LINE.matcher(folder.getFileName().toString()).matches()) {
        for (Path source : Checkout.javaFiles(folder.resolve("src"))) {
          find(checkout, source, CONSOLE, breaches);
        }
      }
    }
    return breaches;
  }

  /** No test is switched off. */
  public static List<String> disabledTests(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Path source : checkout.sources()) {
      find(checkout, source, DISABLED, breaches);
    }
    return breaches;
  }

  /** No tracked file names the host of a package registry. */
  public static List<String> registryHosts(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Path text : checkout.trackedTexts()) {
      try {
        find(checkout, text, REGISTRY_HOST, breaches);
      } catch (MalformedInputException notUtf8) {
        breaches.add(checkout.shown(text) + ": is text, but not UTF-8");
      }
    }
    return breaches;
  }

  private static void find(Checkout checkout, Path file, Pattern pattern, List<String> breaches)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = pattern.matcher(lines.get(i));
      if (matcher.find()) {
        breaches.add(checkout.shown(file) + ", line " + (i + 1) + ": " + matcher.group());
      }
    }
  }

  private static Pattern hosts(String... pieces) {
    var alternatives = new ArrayList<String>();
    for (String host : pieces) {
      alternatives.add(host.replace("|", "\\."));
    }
    return Pattern.compile(
        "(?<![A-Za-z0-9-])(" + String.join("|", alternatives) + ")(?![A-Za-z0-9-])",
        Pattern.CASE_INSENSITIVE);
  }
}
