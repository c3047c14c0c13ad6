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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.dicom.DicomReadException;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;

/** What the user waits for in the window: import, an edit, a frame. Stateless. */
public final class InteractiveBench implements Benchmark {

  private static final String COLD_IMPORT = "import/ct200/cold";
  private static final String WARM_IMPORT = "import/ct200/warm";

  @Override
  public String name() {
    return "interactive";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, PhantomException, IOException {
    List<BenchFigure> measured = new ArrayList<>();
    var imports = new ImportBench(run.cacheFolder(), run.executor());
    if (run.wants(COLD_IMPORT)) {
      imports.source(monitor); // written here, not in the fresh process
      Optional<ColdRuns> cold = run.coldRuns(name(), COLD_IMPORT);
      if (cold.isPresent()) {
        measured.add(cold.get().run(COLD_IMPORT, run.executor().threadCount(), monitor));
      }
    }
    if (run.wants(WARM_IMPORT)) {
      measured.add(imports.warm(imports.source(monitor), monitor));
    }
    if (run.wants("edit/numbers") || run.wants("edit/bands")) {
      OpenCase opened = bundled(run, monitor);
      opened.preload(monitor).forEach(run.findings());
      var bench = new EditBench(opened, run.catalogue(), run.executor());
      if (run.wants("edit/numbers")) {
        measured.add(bench.run(monitor));
      }
      if (run.wants("edit/bands")) {
        measured.add(bench.bands(monitor));
      }
    }
    if (run.wants("frame/3views")) {
      measured.add(new FrameBench(run.executor()).run(monitor));
    }
    return measured;
  }

  @Override
  public double onceMs(String caseName, BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, PhantomException, IOException {
    if (!caseName.equals(COLD_IMPORT)) {
      return Benchmark.super.onceMs(caseName, run, monitor);
    }
    var imports = new ImportBench(run.cacheFolder(), run.executor());
    return imports.coldMs(imports.source(monitor));
  }

  private static OpenCase bundled(BenchRun run, IProgressMonitor monitor)
      throws PhantomException, IOException {
    Path folder = BundledCase.ensure(run.cacheFolder(), run.executor(), monitor);
    return OpenCase.load(
        folder, new CaseStore(), run.executor()); // its exception is an IOException
  }
}
