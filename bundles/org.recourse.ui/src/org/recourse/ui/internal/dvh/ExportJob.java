/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes an export to a file, off the UI thread. */
public final class ExportJob extends Job {

  /** Content of the file; made on the job's thread. */
  @FunctionalInterface
  private interface Content {
    byte[] bytes() throws IOException;
  }

  private final Path file;
  private final Content content;

  private ExportJob(Path file, Content content) {
    super("Exporting " + file.getFileName());
    this.file = Objects.requireNonNull(file, "file");
    this.content = content;
    setUser(true);
  }

  public static ExportJob text(Path file, String text) {
    return new ExportJob(file, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  public static ExportJob png(Path file, ImageData image) {
    return new ExportJob(
        file,
        () -> {
          var loader = new ImageLoader();
          loader.data = new ImageData[] {image};
          var bytes = new ByteArrayOutputStream();
          loader.save(bytes, SWT.IMAGE_PNG);
          return bytes.toByteArray();
        });
  }

  /** Asks for the file to write; empty if the user thinks better of it. UI thread only. */
  public static Optional<Path> askForFile(Shell parent, String name, String extension) {
    var dialog = new FileDialog(parent, SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*." + extension});
    dialog.setFileName(name + "." + extension);
    dialog.setOverwrite(true);
    return Optional.ofNullable(dialog.open()).map(Path::of);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Files.write(file, content.bytes());
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(
          file + " could not be written: " + e.getMessage() + ". Choose another folder.", e);
    }
  }
}
