/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.rendering.StructureOutline;
import org.recourse.rendering.WindowLevel;

/**
 * Turns a request into content: reads the image, sorts contours into planes, chooses the dose. What
 * is missing becomes a sentence. Keeps what does not change; used by one thread at a time.
 */
final class ContentLoading {

  private static final int OUTLINES_KEPT = 500;

  private final CaseVoxels voxels;
  private final ShownDoses doses;
  private final Map<String, WindowLevel> automaticWindows = new HashMap<>();
  private final Map<PlanesKey, StructureOutline> outlines =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PlanesKey, StructureOutline> eldest) {
          return size() > OUTLINES_KEPT; // every stroke of a pencil makes a new one
        }
      };

  /** Contours in the frame in which they are shown. */
  private record PlanesKey(
      String structureSetUid, int roiNumber, String contourDigest, String sceneFrameUid) {}

  ContentLoading(CaseVoxels voxels, ShownDoses doses) {
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.doses = Objects.requireNonNull(doses, "doses");
  }

  /**
   * Loads what is asked for.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  SliceContent load(ContentRequest request, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Loading slices", 3);
    List<String> notes = new ArrayList<>();
    Optional<SliceContent.Image> image = image(request, notes, progress.split(1));
    Optional<SliceContent.Dose> dose = doses.of(request, notes, progress.split(1));
    List<StructureOutline> lines = outlines(request, notes, progress.split(1));
    return new SliceContent(request.patientText(), image, dose, lines, notes);
  }

  private Optional<SliceContent.Image> image(
      ContentRequest request, List<String> notes, IProgressMonitor monitor) {
    if (request.image().isEmpty()) {
      notes.add("The case has no image. Import its planning CT with File > Import.");
      return Optional.empty();
    }
    ContentRequest.ImageAsked asked = request.image().get();
    Optional<AffineTransform> toImage =
        request.snapshot().frameTransforms().between(request.sceneFrameUid(), asked.frameUid());
    if (toImage.isEmpty()) {
      notes.add(
          "No registration leads from the plan to "
              + asked.title()
              + ", so it is not shown. Import a registration or type its matrix.");
      return Optional.empty();
    }
    try {
      ImageVolume volume = voxels.image(asked.seriesUid(), monitor);
      WindowLevel automatic =
          automaticWindows.computeIfAbsent(
              asked.seriesUid(), unused -> WindowLevel.automatic(volume));
      return Optional.of(
          new SliceContent.Image(
              volume, toImage.get(), asked.title(), asked.isHounsfield(), automatic));
    } catch (DicomReadException e) {
      notes.add(e.getMessage());
      return Optional.empty();
    }
  }

  private List<StructureOutline> outlines(
      ContentRequest request, List<String> notes, SubMonitor progress) {
    progress.setWorkRemaining(request.outlines().size());
    List<StructureOutline> lines = new ArrayList<>();
    for (ContentRequest.OutlineAsked asked : request.outlines()) {
      try {
        outline(request, asked, progress.split(1))
            .map(line -> new StructureOutline(line.planes(), asked.rgb(), asked.selected()))
            .ifPresent(lines::add);
      } catch (DicomReadException e) {
        if (!notes.contains(e.getMessage())) {
          notes.add(e.getMessage());
        }
      }
    }
    return lines;
  }

  private Optional<StructureOutline> outline(
      ContentRequest request, ContentRequest.OutlineAsked asked, IProgressMonitor monitor)
      throws DicomReadException {
    var key =
        new PlanesKey(
            asked.structureSetUid(),
            asked.roiNumber(),
            asked.contourDigest(),
            request.sceneFrameUid());
    StructureOutline known = outlines.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    ContourSet contours =
        voxels.contours(asked.structureSetUid(), asked.roiNumber(), asked.contourDigest(), monitor);
    Optional<AffineTransform> toScene =
        request.snapshot().frameTransforms().between(asked.frameUid(), request.sceneFrameUid());
    if (contours.isEmpty() || toScene.isEmpty()) {
      return Optional.empty();
    }
    StructureOutline made =
        StructureOutline.of(contours.transformed(toScene.get()), asked.rgb(), asked.selected());
    outlines.put(key, made);
    return Optional.of(made);
  }
}
