/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Tags;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.finding.Finding.Severity;

/** Collects the findings of one import. Not thread-safe. */
public final class FindingList {

  private final List<Finding> findings = new ArrayList<>();

  void info(String text, String affected) {
    findings.add(Finding.info(text, affected));
  }

  void warning(String text, String affected) {
    findings.add(Finding.warning(text, affected));
  }

  void error(String text, String affected) {
    findings.add(Finding.error(text, affected));
  }

  /** Reports a file that is left out. */
  void rejected(String name, DicomReadException cause) {
    error(
        cause.sentence() + " The file was not imported.",
        cause.tag().isEmpty() ? name : name + " " + cause.tag());
  }

  /** Names an attribute of a file. */
  static String at(SourceFile file, int tag) {
    return file.name() + " " + Tags.nameOf(tag);
  }

  /** Returns all findings, the most severe first, otherwise in the order they were made. */
  public List<Finding> sorted() {
    var sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::severity, Comparator.<Severity>reverseOrder()));
    return sorted;
  }
}
