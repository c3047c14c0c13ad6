/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ImageSeries;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/** Reads a case with contours, doses and the planning image, off the UI thread. */
public final class LoadCaseJob extends Job {

  private static final int MODEL_WORK = 5;
  private static final int DOSE_WORK = 45;
  private static final int IMAGE_WORK = 50;

  private final Path folder;
  private final SliceExecutor executor;
  private final Consumer<LoadedCase> whenLoaded; // called on the job's thread

  public LoadCaseJob(Path folder, SliceExecutor executor, Consumer<LoadedCase> whenLoaded) {
    super("Opening case " + folder.getFileName());
    this.folder = Objects.requireNonNull(folder, "folder");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenLoaded = Objects.requireNonNull(whenLoaded, "whenLoaded");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      whenLoaded.accept(load(SubMonitor.convert(monitor, MODEL_WORK + DOSE_WORK + IMAGE_WORK)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (CaseStoreException e) {
      return Status.error("The case could not be opened. " + e.getMessage(), e);
    }
  }

  private LoadedCase load(SubMonitor progress) throws CaseStoreException {
    progress.setTaskName("Reading the case file");
    OpenCase openCase = OpenCase.load(folder, new CaseStore(), executor);
    progress.worked(MODEL_WORK);
    List<Finding> findings = new ArrayList<>(openCase.preload(progress.split(DOSE_WORK)));
    readPlanningImage(openCase, progress.split(IMAGE_WORK)).ifPresent(findings::add);
    return new LoadedCase(openCase, findings);
  }

  private static Optional<Finding> readPlanningImage(OpenCase openCase, SubMonitor progress) {
    Optional<ImageSeries> image = PlanningImage.of(openCase.patientCase());
    if (image.isEmpty()) {
      return Optional.empty();
    }
    try {
      openCase.voxels().image(image.get().getSeriesInstanceUid(), progress);
      return Optional.empty();
    } catch (DicomReadException e) {
      return Optional.of(Finding.error(e.getMessage(), "planning image"));
    }
  }
}
