/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;

/**
 * Model packages in folders. Each folder is either a package itself or holds packages one level
 * below. Of two packages with the same id the one of the earlier folder is used and the other
 * refused, so nobody can put another model in the place of one unnoticed. Immutable and
 * thread-safe; the folders are read at every call.
 *
 * @param folders where packages may lie, those that go first in front; one that does not exist is
 *     passed over
 */
public record ModelLibrary(List<Path> folders) {

  public ModelLibrary {
    folders = List.copyOf(folders);
  }

  /**
   * Reads and checks every package, in the order of the folders and of their names.
   *
   * @param monitor progress and cancellation, checked once a package
   */
  public List<InstalledModel> models(IProgressMonitor monitor) {
    List<Path> candidates = candidates();
    SubMonitor progress = SubMonitor.convert(monitor, "Reading model packages", candidates.size());
    List<InstalledModel> models = new ArrayList<>();
    Map<String, Path> folderById = new HashMap<>();
    for (Path candidate : candidates) {
      progress.checkCanceled();
      models.add(unlessTaken(read(candidate, progress.split(1)), folderById));
    }
    return List.copyOf(models);
  }

  private List<Path> candidates() {
    Set<Path> seen = new HashSet<>();
    return folders.stream()
        .filter(Files::isDirectory)
        .flatMap(folder -> isPackage(folder) ? Stream.of(folder) : below(folder).stream())
        .filter(folder -> seen.add(folder.toAbsolutePath().normalize()))
        .toList();
  }

  private static boolean isPackage(Path folder) {
    return Files.exists(folder.resolve(ModelPackageReader.DESCRIPTION_FILE));
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(ModelLibrary::isPackage).sorted().toList();
    } catch (IOException e) {
      return List.of(folder); // reading it as a package says why it cannot be read
    }
  }

  private static InstalledModel read(Path folder, IProgressMonitor monitor) {
    try {
      ModelPackage model = new ModelPackageReader().read(folder, monitor);
      String card =
          new String(model.content(FileRole.CARD).orElse(new byte[0]), StandardCharsets.UTF_8);
      return new InstalledModel.Sound(folder, model.description(), card);
    } catch (ModelPackageException e) {
      return new InstalledModel.Refused(folder, e.getMessage());
    }
  }

  private static InstalledModel unlessTaken(InstalledModel model, Map<String, Path> folderById) {
    return switch (model) {
      case InstalledModel.Refused refused -> refused;
      case InstalledModel.Sound sound -> {
        String id = sound.description().identity().id();
        Path first = folderById.putIfAbsent(id, sound.folder());
        yield first == null
            ? sound
            : new InstalledModel.Refused(
                sound.folder(),
                "The model package is refused: " + id + " is installed already in " + first);
      }
    };
  }
}
