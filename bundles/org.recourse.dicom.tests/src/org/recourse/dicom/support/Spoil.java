/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.support;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DicomFiles;

/** Changes attributes of files. */
public final class Spoil {

  private Spoil() {}

  public static void file(Path file, Consumer<Attributes> change)
      throws DicomReadException, DicomWriteException {
    copy(file, file, change);
  }

  public static void copy(Path from, Path to, Consumer<Attributes> change)
      throws DicomReadException, DicomWriteException {
    Attributes attributes = DicomFiles.readAll(from);
    change.accept(attributes);
    DicomFiles.write(to, attributes);
  }
}
