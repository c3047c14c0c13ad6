/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.finding.Finding;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;

/**
 * The border to the code of a vendor: creates the overlay when it is first needed and turns every
 * mistake of it into a finding. Thread-safe.
 */
public final class GuardedOverlay {

  private final OverlayEntry entry;
  private Optional<Overlay> created = Optional.empty(); // guarded by this
  private volatile Optional<OverlayDescription> described = Optional.empty();

  GuardedOverlay(OverlayEntry entry) {
    this.entry = entry;
  }

  public OverlayEntry entry() {
    return entry;
  }

  /** What the overlay says of itself; known once it has been computed for the first time. */
  public Optional<OverlayDescription> description() {
    return described;
  }

  /**
   * Computes the volume.
   *
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    try {
      Overlay overlay = overlay();
      OverlayDescription description = overlay.description();
      if (description == null || !description.id().equals(entry.id())) {
        return failed("its description does not have the id " + entry.id());
      }
      described = Optional.of(description);
      OverlayResult result = overlay.compute(input, monitor);
      return result == null ? failed("it returned nothing") : result;
    } catch (OperationCanceledException e) {
      if (monitor.isCanceled()) {
        throw e;
      }
      return failed("it gave up although nobody cancelled it");
    } catch (RuntimeException | LinkageError e) { // border: a vendor's mistake
      return failed(inWords(e));
    }
  }

  private synchronized Overlay overlay() {
    if (created.isEmpty()) {
      created = Optional.of(entry.source().get());
    }
    return created.get();
  }

  private OverlayResult failed(String reason) {
    String sentence =
        "The overlay "
            + entry.title()
            + " of the bundle "
            + entry.bundle()
            + " is not shown: "
            + reason
            + ". Report this to its vendor.";
    return new OverlayResult.NotAvailable(
        sentence, List.of(Finding.error(sentence, entry.bundle())));
  }

  private static String inWords(Throwable problem) {
    String message = problem.getMessage();
    String kind = problem.getClass().getSimpleName();
    return message == null ? kind : kind + ", " + message;
  }
}
