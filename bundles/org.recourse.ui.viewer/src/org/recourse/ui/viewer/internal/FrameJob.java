/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.recourse.rendering.FrameBuffer;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.SliceScene;
import org.recourse.rendering.ViewTransform;

/**
 * Draws the frames of one view off the UI thread. Only the newest request is drawn: one that
 * arrives while a frame is being drawn replaces whatever was waiting.
 */
final class FrameJob extends Job {

  private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);
  private static final int BITS_PER_PIXEL = 32;

  /** A frame to draw; width and height are device pixels. */
  record Request(SliceScene scene, ViewTransform view, int width, int height) {}

  /** A finished frame. */
  record Frame(Request request, ImageData pixels) {}

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final FrameBuffer buffer = new FrameBuffer();
  private final FrameRenderer renderer;
  private final Consumer<Frame> whenDone; // called on the job's thread

  FrameJob(String viewTitle, FrameRenderer renderer, Consumer<Frame> whenDone) {
    super("Drawing " + viewTitle);
    this.renderer = Objects.requireNonNull(renderer, "renderer");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setSystem(true);
    setPriority(INTERACTIVE);
  }

  void request(Request request) {
    newest.set(Optional.of(request));
    schedule(); // while running, the job runs once more afterwards
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    newest.getAndSet(Optional.empty()).map(this::draw).ifPresent(whenDone);
    return Status.OK_STATUS;
  }

  private Frame draw(Request request) {
    renderer.render(request.scene(), request.view(), request.width(), request.height(), buffer);
    byte[] bytes = new byte[4 * request.width() * request.height()];
    ByteBuffer.wrap(bytes).asIntBuffer().put(buffer.pixels());
    var pixels =
        new ImageData(
            request.width(), request.height(), BITS_PER_PIXEL, RGB, 4 * request.width(), bytes);
    return new Frame(request, pixels);
  }
}
