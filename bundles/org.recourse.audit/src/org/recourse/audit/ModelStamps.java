/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;

/** Stamps the models that were asked. Thread-safe. */
final class ModelStamps {

  private final FileDigests digests;

  ModelStamps(FileDigests digests) {
    this.digests = digests;
  }

  List<ModelStamp> of(PlanNumbers numbers) throws IOException {
    List<ModelStamp> stamps = new ArrayList<>();
    for (RiskAssessment risk : numbers.risks()) {
      stamps.add(
          new ModelStamp(
              risk.model().id(),
              risk.description().map(RiskModelDescription::version).orElse(""),
              checksum(risk)));
    }
    return stamps;
  }

  /** A record of the description prints every formula, parameter and range. */
  private String checksum(RiskAssessment risk) throws IOException {
    var text = new StringBuilder(risk.description().map(Object::toString).orElse("none"));
    Optional<Path> folder = packageFolder(risk.model().contributor());
    if (folder.isPresent()) {
      for (Path file : filesOf(folder.get())) {
        text.append('\n').append(folder.get().relativize(file).toString().replace('\\', '/'));
        text.append(' ').append(digests.sha256(file));
      }
    }
    return FileDigests.ofText(text.toString());
  }

  /** A package in a folder names it as its contributor; a bundle has a symbolic name. */
  private static Optional<Path> packageFolder(String contributor) {
    try {
      Path path = Path.of(contributor);
      return path.isAbsolute() && Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) { // a symbolic name that is no path
      return Optional.empty();
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
