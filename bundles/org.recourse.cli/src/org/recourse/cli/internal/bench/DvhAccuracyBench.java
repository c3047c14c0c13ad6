/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracyReport;

/**
 * Errors of the histogram of analytic shapes. The same figures make the page of the documentation.
 * Immutable.
 *
 * @param page file the page is written to; empty for none
 */
public record DvhAccuracyBench(Optional<Path> page) implements Benchmark {

  @Override
  public String name() {
    return "dvh-accuracy";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    List<DvhAccuracy.Figure> figures = DvhAccuracy.measure(run.executor(), monitor);
    if (page.isPresent()) {
      write(page.get(), DvhAccuracyReport.markdown(figures));
    }
    List<BenchFigure> measured = new ArrayList<>();
    for (DvhAccuracy.Figure figure : figures) {
      if (run.wants(figure.caseName())) {
        measured.add(
            new ErrorFigure(
                figure.caseName(),
                figure.measure().key(),
                run.executor().threadCount(),
                figure.errors()));
      }
    }
    return measured;
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = Files.createTempFile(folder, ".page-", ".tmp");
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary); // there only if something failed
    }
  }
}
