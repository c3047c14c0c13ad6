/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.recourse.grid.finding.Finding;

/**
 * A record with what came of computing it again. Immutable.
 *
 * @param file the record
 * @param record what it says
 * @param compared how many numbers and texts were compared
 * @param differences those that do not agree
 * @param findings changed files, models or software, each a sentence
 */
public record ReplayedRecord(
    Path file,
    AuditRecord record,
    int compared,
    List<Difference> differences,
    List<Finding> findings) {

  /**
   * A number that does not agree.
   *
   * @param key its key
   * @param recorded what the record says; empty if it has none
   * @param now what came now; empty if nothing came
   */
  public record Difference(String key, OptionalDouble recorded, OptionalDouble now, String text) {
    public Difference {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(recorded, "recorded");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(text, "text");
    }
  }

  public ReplayedRecord {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(record, "record");
    differences = List.copyOf(differences);
    findings = List.copyOf(findings);
  }

  /** Tells whether every number agrees. */
  public boolean agrees() {
    return differences.isEmpty();
  }
}
