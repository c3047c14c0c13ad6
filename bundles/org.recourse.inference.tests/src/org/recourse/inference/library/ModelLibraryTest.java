/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.model.PackageFolder;

class ModelLibraryTest {

  @TempDir private Path folder;

  @Test
  void soundAndDamagedPackagesAreListedInOrder() throws IOException {
    put("b", "test.b");
    put("a", "test.a");
    put("c", "test.c").put("net.bin", "0001");
    Files.createDirectories(folder.resolve("no-package"));

    List<InstalledModel> models = new ModelLibrary(List.of(folder)).models(null);

    assertEquals(3, models.size());
    var first = assertInstanceOf(InstalledModel.Sound.class, models.get(0));
    assertEquals("test.a", first.description().identity().id());
    assertEquals("# Untrained test network", first.card());
    assertInstanceOf(InstalledModel.Sound.class, models.get(1));
    var damaged = assertInstanceOf(InstalledModel.Refused.class, models.get(2));
    assertTrue(damaged.sentence().contains("checksum differs"), damaged.sentence());
    assertEquals(folder.resolve("c"), damaged.folder());
  }

  @Test
  void theFirstFolderKeepsItsId() throws IOException {
    put("product", "test.same");
    put("user", "test.same");
    var library =
        new ModelLibrary(
            List.of(folder.resolve("product"), folder.resolve("user"), folder.resolve("product")));

    List<InstalledModel> models = library.models(null);

    assertEquals(2, models.size());
    assertInstanceOf(InstalledModel.Sound.class, models.get(0));
    var second = assertInstanceOf(InstalledModel.Refused.class, models.get(1));
    assertTrue(second.sentence().contains("installed already"), second.sentence());
  }

  @Test
  void foldersThatDoNotExistHoldNothing() {
    assertTrue(new ModelLibrary(List.of(folder.resolve("none"))).models(null).isEmpty());
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    put("a", "test.a");
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var library = new ModelLibrary(List.of(folder));
    assertThrows(OperationCanceledException.class, () -> library.models(monitor));
  }

  @Test
  void theFoldersOfAMachine() {
    Map<String, String> properties =
        Map.of(
            "os.name", "Linux",
            "user.home", "/home/x",
            "osgi.install.area", "file:/opt/Re Course/");
    var folders =
        new ModelFolders(
            Map.of(ModelFolders.VARIABLE, "/one" + File.pathSeparator + "/two"),
            name -> Optional.ofNullable(properties.get(name)));
    assertEquals(
        List.of(
            Path.of("/one"),
            Path.of("/two"),
            Path.of("/opt/Re Course/models"),
            Path.of("/home/x/.local/share/recourse/models")),
        folders.all());
    var windows =
        new ModelFolders(
            Map.of("LOCALAPPDATA", "local"),
            name -> name.equals("os.name") ? Optional.of("Windows 11") : Optional.empty());
    assertEquals(Path.of("local", "recourse", "models"), windows.ofUser());
  }

  private PackageFolder put(String name, String id) throws IOException {
    var written = new PackageFolder(Files.createDirectories(folder.resolve(name)));
    written.write(PackageFolder.description().replace("test.untrained", id));
    return written;
  }
}
