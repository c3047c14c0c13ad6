/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The update site as a distributor uses it: p2's director installs from it into another product.
 */
class UpdateSiteTest {

  private static final Path SITE = Path.of(System.getProperty("recourse.site"));
  private static final Path BARE_PRODUCT =
      SITE.resolve("products/org.recourse.platform.product/linux/gtk/x86_64");
  private static final String WORKBENCH = "org.recourse.workbench.feature.feature.group";
  private static final long LIMIT_MINUTES = 5;

  @TempDir Path folder;

  @Test
  void directorInstallsTheWorkbenchIntoABareProduct() throws Exception {
    Path product = folder.resolve("product");
    copy(BARE_PRODUCT, product);
    assertFalse(hasPlugin(product, "org.recourse."), "the bare product has no ReCourse bundle");

    Run install =
        run(
            product,
            "-application",
            "org.eclipse.equinox.p2.director",
            "-repository",
            SITE.resolve("repository").toUri().toString(),
            "-installIU",
            WORKBENCH,
            "-destination",
            product.toString(),
            "-profile",
            "DefaultProfile");
    assertEquals(0, install.exitCode(), install.output());

    Run roots =
        run(
            product,
            "-application",
            "org.eclipse.equinox.p2.director",
            "-listInstalledRoots",
            "-destination",
            product.toString(),
            "-profile",
            "DefaultProfile");
    assertTrue(roots.output().contains(WORKBENCH), roots.output());
    assertTrue(hasPlugin(product, "org.recourse.ui.viewer"), "the slice viewer came with it");

    Run models =
        run(
            product,
            "-application",
            "org.recourse.cli.application",
            "models",
            "list",
            "--json",
            "-");
    assertEquals(0, models.exitCode(), models.output());
    assertTrue(models.output().contains("recourse/models/1"), models.output());
  }

  private record Run(int exitCode, String output) {}

  private Run run(Path product, String... arguments) throws IOException, InterruptedException {
    Path launcher;
    try (var plugins = Files.newDirectoryStream(product.resolve("plugins"), "*.launcher_*.jar")) {
      launcher = plugins.iterator().next();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.addAll(List.of("-jar", launcher.toString(), "-nosplash", "-data"));
    command.add(folder.resolve("workspace").toString());
    command.addAll(List.of(arguments));
    Path log = folder.resolve("run.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertTrue(ended, "did not end: " + command + "\n" + output);
    return new Run(process.exitValue(), output);
  }

  private static boolean hasPlugin(Path product, String prefix) throws IOException {
    try (var plugins = Files.newDirectoryStream(product.resolve("plugins"), prefix + "*")) {
      return plugins.iterator().hasNext();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
