/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.ui.session.ViewingListener.Aspect;

/**
 * What the user is looking at in one open case: shared by the slices, the tables and the charts so
 * that they always agree. Not part of the case, not saved, not undone. Mutable; used on the UI
 * thread only.
 */
public final class ViewingState {

  private static final double DEFAULT_DOSE_OPACITY_PERCENT = 35;

  private final List<ViewingListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Structure> visibleStructures = new LinkedHashSet<>();
  private final Set<OverlayToggle> overlays = EnumSet.allOf(OverlayToggle.class);

  private Vector3 crossHairMm;
  private Optional<Structure> selectedStructure = Optional.empty();
  private Optional<ImageSeries> shownImage = Optional.empty();
  private ShownDose shownDose = ShownDose.PHYSICAL;
  private IsodoseLevels isodoseLevels = IsodoseLevels.DEFAULT;
  private IntensityWindow window = IntensityWindow.SOFT_TISSUE;
  private List<Finding> overlayFindings = List.of();
  private List<Finding> planCheckFindings = List.of();
  private Optional<String> wantedOverlay = Optional.empty();
  private Optional<PlanPreview> preview = Optional.empty();
  private double doseOpacityPercent = DEFAULT_DOSE_OPACITY_PERCENT;

  /**
   * Makes the state of a newly opened case.
   *
   * @param crossHairMm first position of the cross-hair, patient LPS in the frame of the plan
   * @param visible structures shown at first
   */
  public ViewingState(Vector3 crossHairMm, Collection<Structure> visible) {
    this.crossHairMm = Objects.requireNonNull(crossHairMm, "crossHairMm");
    visibleStructures.addAll(visible);
  }

  public void addListener(ViewingListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  public void removeListener(ViewingListener listener) {
    listeners.remove(listener);
  }

  /** Position of the cross-hair, patient LPS millimetres in the frame of the plan. */
  public Vector3 crossHairMm() {
    return crossHairMm;
  }

  public void moveCrossHair(Vector3 toMm) {
    if (!crossHairMm.equals(toMm)) {
      crossHairMm = Objects.requireNonNull(toMm, "toMm");
      tell(Aspect.CROSS_HAIR);
    }
  }

  public Optional<Structure> selectedStructure() {
    return selectedStructure;
  }

  public void select(Optional<Structure> structure) {
    if (!selectedStructure.equals(structure)) {
      selectedStructure = Objects.requireNonNull(structure, "structure");
      tell(Aspect.SELECTED_STRUCTURE);
    }
  }

  public boolean isVisible(Structure structure) {
    return visibleStructures.contains(structure);
  }

  /** The visible structures in the order in which they became visible; a read-only view. */
  public Set<Structure> visibleStructures() {
    return Collections.unmodifiableSet(visibleStructures);
  }

  public void setVisible(Structure structure, boolean visible) {
    boolean changed =
        visible ? visibleStructures.add(structure) : visibleStructures.remove(structure);
    if (changed) {
      tell(Aspect.VISIBLE_STRUCTURES);
    }
  }

  /** Shows exactly these structures, with one notification. */
  public void showOnly(Collection<Structure> structures) {
    var wanted = new LinkedHashSet<>(structures);
    if (!visibleStructures.equals(wanted)) {
      visibleStructures.clear();
      visibleStructures.addAll(wanted);
      tell(Aspect.VISIBLE_STRUCTURES);
    }
  }

  /** The series chosen for the slices; empty means the planning image. */
  public Optional<ImageSeries> shownImage() {
    return shownImage;
  }

  public void showImage(Optional<ImageSeries> series) {
    if (!shownImage.equals(series)) {
      shownImage = Objects.requireNonNull(series, "series");
      tell(Aspect.SHOWN_IMAGE);
    }
  }

  public ShownDose shownDose() {
    return shownDose;
  }

  public void showDose(ShownDose dose) {
    if (shownDose != dose) {
      shownDose = Objects.requireNonNull(dose, "dose");
      tell(Aspect.SHOWN_DOSE);
    }
  }

  public IsodoseLevels isodoseLevels() {
    return isodoseLevels;
  }

  public void setIsodoseLevels(IsodoseLevels levels) {
    if (!isodoseLevels.equals(levels)) {
      isodoseLevels = Objects.requireNonNull(levels, "levels");
      tell(Aspect.ISODOSES);
    }
  }

  public IntensityWindow window() {
    return window;
  }

  public void setWindow(IntensityWindow newWindow) {
    if (!window.equals(newWindow)) {
      window = Objects.requireNonNull(newWindow, "newWindow");
      tell(Aspect.WINDOW);
    }
  }

  /** Opacity of the dose wash, 0 (invisible) to 100 (opaque). */
  public double doseOpacityPercent() {
    return doseOpacityPercent;
  }

  public void setDoseOpacityPercent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("opacity must be 0 to 100 percent: " + percent);
    }
    if (doseOpacityPercent != percent) {
      doseOpacityPercent = percent;
      tell(Aspect.DOSE_OPACITY);
    }
  }

  public boolean isShown(OverlayToggle overlay) {
    return overlays.contains(overlay);
  }

  public void setShown(OverlayToggle overlay, boolean shown) {
    if (shown ? overlays.add(overlay) : overlays.remove(overlay)) {
      tell(Aspect.OVERLAYS);
    }
  }

  /** What the overlays on the slices found, and mistakes in their declarations. */
  public List<Finding> overlayFindings() {
    return overlayFindings;
  }

  /** The slices report what their overlays found. */
  public void setOverlayFindings(List<Finding> findings) {
    if (!overlayFindings.equals(findings)) {
      overlayFindings = List.copyOf(findings);
      tell(Aspect.OVERLAYS);
    }
  }

  /** What the plan checks found of the last revision at which the plan rested. */
  public List<Finding> planCheckFindings() {
    return planCheckFindings;
  }

  /** The plan was checked. */
  public void setPlanCheckFindings(List<Finding> findings) {
    if (!planCheckFindings.equals(findings)) {
      planCheckFindings = List.copyOf(findings);
      tell(Aspect.OVERLAYS);
    }
  }

  /** Id of the overlay the slices are asked to show, which is what they show if they have it. */
  public Optional<String> wantedOverlay() {
    return wantedOverlay;
  }

  /** Asks the slices to show an overlay in the place of the colour wash, or none. */
  public void wantOverlay(Optional<String> overlayId) {
    if (!wantedOverlay.equals(overlayId)) {
      wantedOverlay = Objects.requireNonNull(overlayId, "overlayId");
      tell(Aspect.WANTED_OVERLAY);
    }
  }

  /** The change of the plan that is looked at. */
  public Optional<PlanPreview> preview() {
    return preview;
  }

  /** Shows a change of the plan in the place of the plan, or the plan again. */
  public void showPreview(Optional<PlanPreview> change) {
    if (!preview.equals(change)) {
      preview = Objects.requireNonNull(change, "change");
      tell(Aspect.PREVIEW);
    }
  }

  private void tell(Aspect aspect) {
    listeners.forEach(listener -> listener.viewingChanged(aspect));
  }
}
