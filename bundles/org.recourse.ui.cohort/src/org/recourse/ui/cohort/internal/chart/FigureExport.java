/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes bytes to a file that the user names; an older file stays until the new one is whole. */
public final class FigureExport extends Job {

  private final Path file;
  private final byte[] bytes;

  private FigureExport(Path file, byte[] bytes) {
    super("Exporting " + file.getFileName());
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Asks for the file and starts the job.
   *
   * @param content taken on the UI thread once a file is named
   */
  public static void ask(Shell parent, String name, String extension, Supplier<byte[]> content) {
    var dialog = new FileDialog(parent, SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*." + extension});
    dialog.setFileName(name + "." + extension);
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) { // SWT: null when cancelled
      new FigureExport(Path.of(chosen), content.get()).schedule();
    }
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(
          file + " could not be written: " + e.getMessage() + ". Choose another folder.", e);
    }
  }
}
