/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.ViewTransform;
import org.recourse.ui.viewer.SlicePointer;

/**
 * One plane of the patient. The UI thread paints the newest finished frame and the texts around it;
 * the frame itself is drawn by a job at the resolution of the device. UI thread only.
 */
final class SliceView {

  private final Orientation orientation;
  private final ViewerModel model;
  private final Canvas canvas;
  private final Display display;
  private final FrameJob job;
  private final OverlayPainter overlay;
  private Optional<ViewTransform> chosenView = Optional.empty(); // empty: fitted
  private Optional<Image> frame = Optional.empty();
  private Optional<FrameJob.Request> requested = Optional.empty();
  private Optional<Point> pointer = Optional.empty();
  private double deviceScale;
  private boolean large;

  SliceView(Composite parent, Orientation orientation, ViewerModel model, FrameRenderer renderer) {
    this.orientation = Objects.requireNonNull(orientation, "orientation");
    this.model = Objects.requireNonNull(model, "model");
    display = parent.getDisplay();
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    canvas.setData("org.recourse.id", "viewer." + orientation.name().toLowerCase(Locale.ROOT));
    canvas.setBackground(OverlayColours.background());
    canvas.setCursor(display.getSystemCursor(SWT.CURSOR_CROSS));
    overlay = new OverlayPainter(this, model);
    job = new FrameJob(orientation.title(), renderer, this::frameDone);
    deviceScale = monitorScale();
    canvas.addListener(
        SWT.Paint,
        event -> {
          deviceScale = monitorScale();
          paint(event.gc);
        });
    canvas.addListener(
        SWT.Resize,
        event -> {
          deviceScale = monitorScale();
          refresh();
        });
    canvas.addListener(SWT.Dispose, event -> dispose());
  }

  Canvas canvas() {
    return canvas;
  }

  Orientation orientation() {
    return orientation;
  }

  OverlayPainter overlay() {
    return overlay;
  }

  /** Whether the view is the large one, which has the legend and the longer texts. */
  boolean isLarge() {
    return large;
  }

  void setLarge(boolean large) {
    this.large = large;
    canvas.redraw();
  }

  /** Where the pointer is, logical pixels; empty if it is elsewhere. */
  Optional<Point> pointer() {
    return pointer;
  }

  void setPointer(Optional<Point> position) {
    pointer = position;
    canvas.redraw();
  }

  SlicePlane plane() {
    return model.plane(orientation);
  }

  /** Device pixels per logical pixel. */
  double deviceScale() {
    return deviceScale;
  }

  /** Asks the window system, which takes long: once a picture, not for every point. */
  private double monitorScale() {
    return canvas.getMonitor().getZoom() / 100.0;
  }

  int deviceWidth() {
    return Math.max(1, (int) Math.round(canvas.getClientArea().width * deviceScale()));
  }

  int deviceHeight() {
    return Math.max(1, (int) Math.round(canvas.getClientArea().height * deviceScale()));
  }

  /** Where the view looks now, in device pixels; empty without anything to look at. */
  Optional<ViewTransform> view() {
    return chosenView
        .map(view -> view.withDeviceScale(deviceScale()))
        .or(() -> model.geometry().map(this::fitted));
  }

  private ViewTransform fitted(GridGeometry geometry) {
    return ViewTransform.fitting(
        geometry, orientation, deviceWidth(), deviceHeight(), deviceScale());
  }

  /** How much larger than fitted the picture is. */
  double zoomFactor() {
    double fitted = model.geometry().map(this::fitted).map(ViewTransform::pixelsPerMm).orElse(1.0);
    return view().map(ViewTransform::pixelsPerMm).orElse(1.0) / fitted;
  }

  /** Patient position under a logical pixel. */
  Optional<Vector3> pointAt(int x, int y) {
    double scale = deviceScale();
    return view()
        .map(
            view ->
                plane()
                    .toPatientMm(
                        view.uMm(x * scale, deviceWidth()), view.vMm(y * scale, deviceHeight())));
  }

  /** The pointer of an event as tools see it. */
  Optional<SlicePointer> pointerAt(Event event) {
    return pointAt(event.x, event.y)
        .map(
            pointMm ->
                new SlicePointer(
                    plane(),
                    pointMm,
                    mmPerPixel(),
                    (event.stateMask & SWT.SHIFT) != 0,
                    (event.stateMask & SWT.MOD1) != 0));
  }

  /** Size of a logical pixel, mm. */
  double mmPerPixel() {
    return view().map(view -> deviceScale() / view.pixelsPerMm()).orElse(1.0);
  }

  /** Logical pixel of a patient position, seen along the normal. */
  Optional<Point> pixelOf(Vector3 pointMm) {
    double scale = deviceScale();
    SlicePlane plane = plane();
    return view()
        .map(
            view ->
                new Point(
                    (int) Math.floor(view.pixelX(plane.uMm(pointMm), deviceWidth()) / scale),
                    (int) Math.floor(view.pixelY(plane.vMm(pointMm), deviceHeight()) / scale)));
  }

  void zoomAt(int x, int y, double factor) {
    Optional<Vector3> point = pointAt(x, y);
    if (point.isPresent()) {
      SlicePlane plane = plane();
      double uMm = plane.uMm(point.get());
      double vMm = plane.vMm(point.get());
      chosenView = view().map(view -> view.zoomedAt(uMm, vMm, factor));
      refresh();
    }
  }

  /** Moves the picture by logical pixels. */
  void pan(int deltaX, int deltaY) {
    double scale = deviceScale();
    chosenView = view().map(view -> view.panned(deltaX * scale, deltaY * scale));
    refresh();
  }

  void fit() {
    chosenView = Optional.empty();
    refresh();
  }

  /** Brings a patient position into the middle, unless all of the picture is seen anyway. */
  void centreIfZoomed(Vector3 pointMm) {
    SlicePlane plane = plane();
    chosenView = chosenView.map(view -> view.centredAt(plane.uMm(pointMm), plane.vMm(pointMm)));
    refresh();
  }

  /**
   * Asks for a new frame, if another one is needed, and repaints what lies over it: together with
   * the frame, so that texts and picture are of one moment and painted once.
   */
  void refresh() {
    if (canvas.isDisposed()) {
      return;
    }
    Optional<FrameJob.Request> wanted =
        view()
            .map(
                view ->
                    new FrameJob.Request(
                        model.scene(orientation), view, deviceWidth(), deviceHeight()));
    if (wanted.isPresent() && !wanted.equals(requested)) {
      requested = wanted;
      job.request(wanted.get());
    } else {
      canvas.redraw();
    }
  }

  /** Called on the job's thread. */
  private void frameDone(FrameJob.Frame done) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> showFrame(done));
    }
  }

  private void showFrame(FrameJob.Frame done) {
    if (canvas.isDisposed()) {
      return;
    }
    frame.ifPresent(Image::dispose);
    int zoom = canvas.getMonitor().getZoom();
    ImageData pixels = done.pixels();
    ImageDataProvider provider =
        wanted ->
            wanted == zoom
                ? pixels
                : pixels.scaledTo(
                    Math.max(1, pixels.width * wanted / zoom),
                    Math.max(1, pixels.height * wanted / zoom));
    frame = Optional.of(new Image(display, provider));
    canvas.redraw();
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(OverlayColours.background());
    gc.fillRectangle(area);
    if (model.geometry().isPresent()) {
      frame.ifPresent(image -> gc.drawImage(image, 0, 0));
    }
    paintTool(gc);
    overlay.paint(gc, area);
  }

  private void paintTool(GC gc) {
    Optional<ViewTransform> view = view();
    if (view.isPresent() && model.geometry().isPresent()) {
      var over = new ToolCanvas(gc, this, view.get());
      model.painters().forEach(painter -> painter.paint(over));
      model.tools().active().ifPresent(tool -> tool.paint(over));
    }
  }

  private void dispose() {
    job.cancel();
    frame.ifPresent(Image::dispose);
    frame = Optional.empty();
  }
}
