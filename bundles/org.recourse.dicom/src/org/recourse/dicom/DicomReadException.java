/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A DICOM file that cannot be used. Its message is a sentence for people; file and attribute are
 * kept apart so that a problem marker can lead to them.
 */
public final class DicomReadException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String tag;
  private final String remedy;

  /**
   * @param file the file or folder it is about
   * @param tag attribute as {@code (gggg,eeee) Name}; empty if it is not about one attribute
   * @param sentence what is wrong
   * @param remedy what can be done; may be empty
   */
  public DicomReadException(Path file, String tag, String sentence, String remedy) {
    this(file, tag, sentence, remedy, null);
  }

  public DicomReadException(
      Path file, String tag, String sentence, String remedy, Throwable cause) {
    super(sentence, cause);
    this.file = Objects.requireNonNull(file, "file");
    this.tag = Objects.requireNonNull(tag, "tag");
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  public Path file() {
    return file;
  }

  /** Returns the attribute as {@code (gggg,eeee) Name}; empty if it is not about one. */
  public String tag() {
    return tag;
  }

  /** Returns a sentence about what can be done; empty if nothing is known. */
  public String remedy() {
    return remedy;
  }

  /** Returns sentence and remedy without the file. */
  public String sentence() {
    return remedy.isEmpty() ? super.getMessage() : super.getMessage() + " " + remedy;
  }

  @Override
  public String getMessage() {
    return file + (tag.isEmpty() ? "" : " " + tag) + ": " + sentence();
  }
}
