/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One Maven artifact of the target definition. */
record TargetArtifact(String group, String artifact, String version) {

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "\\s*<version>([^<]+)</version>");

  /** Returns the artifacts of a target definition, in its order. */
  static List<TargetArtifact> parse(String target) {
    return DEPENDENCY
        .matcher(target)
        .results()
        .map(found -> new TargetArtifact(found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  /** Returns where the jar lies in a local Maven repository. */
  Path in(Path repository) {
    return repository.resolve(
        group.replace('.', '/')
            + "/"
            + artifact
            + "/"
            + version
            + "/"
            + artifact
            + "-"
            + version
            + ".jar");
  }
}
