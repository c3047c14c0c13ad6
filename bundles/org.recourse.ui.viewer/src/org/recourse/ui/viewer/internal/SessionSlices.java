/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.ViewingListener;

/**
 * Keeps the model of the viewer in step with a session: edits, the chosen image and dose, visible
 * and selected structures. UI thread only; {@link #stop()} ends it.
 */
final class SessionSlices {

  private final CaseSession session;
  private final ViewerModel model;
  private final Display display;
  private final ContentJob job;
  private final SessionOverlays overlays;
  private final ViewingListener viewingListener = this::viewingChanged;
  private final PlanWatchListener watchListener = new Following();
  private Optional<ContentRequest.ImageAsked> imageBefore = Optional.empty();
  private List<ContentRequest.OutlineAsked> requestedOutlines = List.of();
  private long requestedDose; // revision of the physical dose asked for before the other numbers
  private boolean stopped;

  SessionSlices(CaseSession session, ViewerModel model, Display display) {
    this.session = Objects.requireNonNull(session, "session");
    this.model = Objects.requireNonNull(model, "model");
    this.display = Objects.requireNonNull(display, "display");
    var maps = new Eqd2Maps(session.openCase().voxels(), session.executor());
    var loading = new ContentLoading(session.openCase().voxels(), new ShownDoses(maps));
    job = new ContentJob(loading, this::loaded);
    overlays = new SessionOverlays(session, model, display);
  }

  void start() {
    session.viewing().addListener(viewingListener);
    session.planWatch().addListener(watchListener);
    model.show(SliceContent.ofNote("The image is being read."));
    session.planWatch().latest().map(ShownDose::offered).ifPresent(model::offerDoses);
    request();
  }

  void stop() {
    stopped = true;
    overlays.stop();
    session.viewing().removeListener(viewingListener);
    session.planWatch().removeListener(watchListener);
    job.cancel();
  }

  private void request() {
    if (!stopped) {
      ContentRequest request = ContentRequest.of(session);
      requestedOutlines = request.outlines();
      job.request(request);
    }
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    switch (aspect) {
      case SELECTED_STRUCTURE, VISIBLE_STRUCTURES, SHOWN_IMAGE, SHOWN_DOSE, PREVIEW -> request();
      case WANTED_OVERLAY -> model.overlays().choose(session.viewing().wantedOverlay());
      case CROSS_HAIR, ISODOSES, WINDOW, DOSE_OPACITY, OVERLAYS -> {
        // The model of the viewer listens to these itself.
      }
    }
  }

  /** Called on the job's thread. */
  private void loaded(ContentRequest request, SliceContent content) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> show(request, content));
    }
  }

  private void show(ContentRequest request, SliceContent content) {
    if (stopped) {
      return;
    }
    model.show(content);
    overlays.update();
    boolean otherImage = imageBefore.isPresent() && !imageBefore.equals(request.image());
    boolean firstIsNotCt =
        imageBefore.isEmpty() && content.image().filter(i -> !i.isHounsfield()).isPresent();
    if (content.image().isPresent()) {
      imageBefore = request.image();
      if (otherImage || firstIsNotCt) {
        session.viewing().setWindow(firstWindow(content.image().get()));
      }
    }
  }

  /** An image of another kind cannot be seen in the window of the one before. */
  private static IntensityWindow firstWindow(SliceContent.Image image) {
    return image.isHounsfield()
        ? IntensityWindow.SOFT_TISSUE
        : ViewerModel.stateOf(image.automaticWindow());
  }

  /** Moves the cross-hair into the middle of the selected structure, if there is one. */
  void centreOnSelection() {
    ContentRequest request = ContentRequest.of(session);
    request.outlines().stream()
        .filter(ContentRequest.OutlineAsked::selected)
        .findFirst()
        .flatMap(asked -> middleMm(request, asked))
        .ifPresent(model::moveCrossHair);
  }

  private Optional<Vector3> middleMm(ContentRequest request, ContentRequest.OutlineAsked asked) {
    Optional<ContourSet> contours =
        session
            .openCase()
            .voxels()
            .contoursIfLoaded(asked.structureSetUid(), asked.roiNumber(), asked.contourDigest())
            .filter(set -> !set.isEmpty());
    return contours.flatMap(
        set ->
            request
                .snapshot()
                .frameTransforms()
                .between(asked.frameUid(), request.sceneFrameUid())
                .map(transform -> transform.apply(middleMm(set))));
  }

  /** Middle of the bounding box. */
  static Vector3 middleMm(ContourSet contours) {
    Vector3 low = contours.contours().get(0).pointMm(0);
    Vector3 high = low;
    for (PlanarContour contour : contours.contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 p = contour.pointMm(i);
        low =
            new Vector3(
                Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z()));
        high =
            new Vector3(
                Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z()));
      }
    }
    return low.plus(high).times(0.5);
  }

  /** Follows the numbers; called on the UI thread. */
  private final class Following implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      model.markDoseStale();
      model.overlays().markStale();
      if (!ContentRequest.of(session).outlines().equals(requestedOutlines)) {
        request(); // contours are shown at once, the dose when it is computed
      }
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      if (part.revision() != requestedDose) {
        requestPhysical(part.revision());
      }
      if (part.gradient().isPresent()) {
        overlays.update();
      }
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      model.offerDoses(ShownDose.offered(numbers));
      if (numbers.revision() == requestedDose
          && session.viewing().shownDose() instanceof ShownDose.Physical) {
        overlays.update(); // the dose is there already
      } else {
        request();
      }
    }

    /** Dose is the first part of all; other doses than the physical one need more. */
    private void requestPhysical(long revision) {
      if (session.viewing().shownDose() instanceof ShownDose.Physical) {
        requestedDose = revision;
        request();
      }
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      model.markDoseStale(); // the findings view says why; the old dose stays grey
    }
  }
}
