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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.DoseWash;
import org.recourse.rendering.ImageLayer;
import org.recourse.rendering.IsodoseLevel;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.SliceScene;
import org.recourse.rendering.SliceStack;
import org.recourse.rendering.StructureOutline;
import org.recourse.rendering.WindowLevel;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.IsodoseLevels;
import org.recourse.ui.session.OverlayToggle;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.session.ViewingState;
import org.recourse.ui.viewer.SlicePainter;
import org.recourse.ui.viewer.internal.overlay.OverlayCatalogue;
import org.recourse.ui.viewer.internal.overlay.OverlayChoice;

/**
 * What the three views of a page show: the content of the case seen through the viewing state.
 * Mutable, UI thread only. Tells its listeners after every change.
 */
final class ViewerModel {

  /** Below this share of the maximum there is no wash when no isodose level is set. */
  private static final double DEFAULT_THRESHOLD_FRACTION = 0.05;

  private final ViewingState viewing;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<SlicePainter> painters = new ArrayList<>();
  private final ViewingListener viewingListener = this::viewingChanged;
  private final Map<Orientation, SliceStack> stacks = new EnumMap<>(Orientation.class);
  private SliceContent content = SliceContent.EMPTY;
  private final ToolHolder tools = new ToolHolder(this::tell);
  private final Measuring measuring = new Measuring(tools, this::tell);
  private final OverlayChoice overlays;
  private Set<Orientation> withoutSelected = Set.of();
  private List<ShownDose> offeredDoses = ShownDose.always();
  private boolean classicColours;
  private boolean isDoseFaded;
  private String message = "";

  ViewerModel(ViewingState viewing) {
    this(viewing, OverlayCatalogue.empty());
  }

  ViewerModel(ViewingState viewing, OverlayCatalogue catalogue) {
    this.viewing = Objects.requireNonNull(viewing, "viewing");
    overlays = new OverlayChoice(catalogue, this::tell);
    viewing.addListener(viewingListener);
  }

  /** Ends the model; the viewing state lives on. */
  void dispose() {
    viewing.removeListener(viewingListener);
    listeners.clear();
  }

  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Which scalar overlay is shown. */
  OverlayChoice overlays() {
    return overlays;
  }

  /** The tool in the hand. */
  /** What is drawn over every slice, under the tool. */
  List<SlicePainter> painters() {
    return List.copyOf(painters);
  }

  void addPainter(SlicePainter painter) {
    painters.add(Objects.requireNonNull(painter, "painter"));
  }

  ToolHolder tools() {
    return tools;
  }

  /** Leaves the outline of the selected structure out of some directions. */
  void hideSelectedOutline(Set<Orientation> orientations) {
    if (!withoutSelected.equals(orientations)) {
      withoutSelected = Set.copyOf(orientations);
      tell();
    }
  }

  /** The ruler and the line of the dose profile. */
  Measuring measuring() {
    return measuring;
  }

  /** A sentence for the user until the cross-hair moves; may be empty. */
  String message() {
    return message;
  }

  void say(String sentence) {
    message = Objects.requireNonNull(sentence, "sentence");
    tell();
  }

  /** Draws the dose in grey: it has been out of date for longer than a blink. */
  void fadeDose() {
    if (!isDoseFaded && content.dose().filter(SliceContent.Dose::isStale).isPresent()) {
      isDoseFaded = true;
      tell();
    }
  }

  ViewingState viewing() {
    return viewing;
  }

  SliceContent content() {
    return content;
  }

  void show(SliceContent newContent) {
    content = Objects.requireNonNull(newContent, "newContent");
    isDoseFaded = isDoseFaded && content.dose().filter(SliceContent.Dose::isStale).isPresent();
    stacks.clear();
    content
        .scrolledGeometry()
        .ifPresent(
            geometry -> {
              for (Orientation orientation : Orientation.values()) {
                stacks.put(orientation, SliceStack.of(geometry, orientation));
              }
            });
    tell();
  }

  /** The shown dose belongs to an older plan until the next content arrives. */
  void markDoseStale() {
    if (content.dose().isPresent() && !content.dose().get().isStale()) {
      content =
          new SliceContent(
              content.patientText(),
              content.image(),
              content.dose().map(SliceContent.Dose::stale),
              content.outlines(),
              content.notes());
      tell();
    }
  }

  /** The doses among which the user chooses. */
  List<ShownDose> offeredDoses() {
    return offeredDoses;
  }

  void offerDoses(List<ShownDose> offered) {
    if (!offeredDoses.equals(offered)) {
      offeredDoses = List.copyOf(offered);
      tell();
    }
  }

  /** Whether physical dose is shown in the classic rainbow instead of the perceptual colours. */
  boolean classicColours() {
    return classicColours;
  }

  void setClassicColours(boolean classic) {
    classicColours = classic;
    tell();
  }

  Optional<GridGeometry> geometry() {
    return content.scrolledGeometry();
  }

  Optional<SliceStack> stack(Orientation orientation) {
    return Optional.ofNullable(stacks.get(orientation));
  }

  /** The plane through the cross-hair. */
  SlicePlane plane(Orientation orientation) {
    return SlicePlane.through(orientation, viewing.crossHairMm());
  }

  /** Moves the cross-hair to a point, onto slice positions in all three directions. */
  void moveCrossHair(Vector3 pointMm) {
    Vector3 snapped = Vector3.ZERO;
    for (Orientation orientation : Orientation.values()) {
      Vector3 normal = orientation.normal();
      double positionMm = pointMm.dot(normal);
      Optional<SliceStack> stack = stack(orientation);
      double onSliceMm =
          stack.isPresent()
              ? stack.get().positionMm(stack.get().nearestIndex(positionMm))
              : positionMm;
      snapped = snapped.plus(normal.times(onSliceMm));
    }
    viewing.moveCrossHair(snapped);
  }

  /** Scrolls a view by slices; positive is towards left, posterior or superior. */
  void scroll(Orientation orientation, int slices) {
    stack(orientation)
        .ifPresent(
            stack -> {
              Vector3 point = viewing.crossHairMm();
              double positionMm = point.dot(orientation.normal());
              double steppedMm = stack.steppedMm(positionMm, slices);
              viewing.moveCrossHair(point.plus(orientation.normal().times(steppedMm - positionMm)));
            });
  }

  void applyPreset(WindowPreset preset) {
    preset
        .window()
        .or(() -> content.image().map(image -> stateOf(image.automaticWindow())))
        .ifPresent(viewing::setWindow);
  }

  void toggle(OverlayToggle overlay) {
    viewing.setShown(overlay, !viewing.isShown(overlay));
  }

  /**
   * The isodose levels with their colours, ascending. Where percent mean nothing, as for a sum of
   * courses, there are levels at round doses until the user enters some.
   */
  List<IsodoseLevel> isodoses() {
    return content
        .dose()
        .map(
            dose ->
                levelsGy(dose).stream()
                    .map(levelGy -> new IsodoseLevel(levelGy, colour(dose, levelGy)))
                    .toList())
        .orElse(List.of());
  }

  private List<Double> levelsGy(SliceContent.Dose dose) {
    IsodoseLevels chosen = viewing.isodoseLevels();
    return chosen instanceof IsodoseLevels.OfPrescription && dose.prescribedGy().isEmpty()
        ? RoundLevels.below(dose.maximumGy())
        : chosen.levelsGy(dose.prescribedGy());
  }

  DosePalette palette(SliceContent.Dose dose) {
    if (isDoseFaded) {
      return DosePalette.GREY;
    }
    boolean classic = classicColours && dose.palette() == DosePalette.VIRIDIS;
    return classic ? DosePalette.RAINBOW : dose.palette();
  }

  private int colour(SliceContent.Dose dose, double doseGy) {
    return palette(dose).rgb(dose.maximumGy() > 0 ? doseGy / dose.maximumGy() : 0);
  }

  /** The wash begins at the lowest isodose level that was chosen. */
  private double thresholdGy(SliceContent.Dose dose) {
    if (dose.zeroIsShown()) {
      return 0;
    }
    return viewing.isodoseLevels().levelsGy(dose.prescribedGy()).stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(DEFAULT_THRESHOLD_FRACTION * dose.maximumGy());
  }

  SliceScene scene(Orientation orientation) {
    return new SliceScene(
        plane(orientation),
        imageLayer().stream().toList(),
        overlays.layer(viewing.doseOpacityPercent() / 100).stream().toList(),
        doseLayer().stream().toList(),
        viewing.isShown(OverlayToggle.CONTOURS) ? outlines(orientation) : List.of());
  }

  private List<StructureOutline> outlines(Orientation orientation) {
    return withoutSelected.contains(orientation)
        ? content.outlines().stream().filter(outline -> !outline.selected()).toList()
        : content.outlines();
  }

  Optional<ImageLayer> imageLayer() {
    IntensityWindow window = viewing.window();
    return content
        .image()
        .map(
            image ->
                new ImageLayer(
                    image.volume(),
                    image.sceneToImage(),
                    new WindowLevel(window.centre(), window.width()),
                    1));
  }

  Optional<DoseLayer> doseLayer() {
    return content.dose().filter(dose -> dose.maximumGy() > 0).map(this::layerOf);
  }

  private DoseLayer layerOf(SliceContent.Dose dose) {
    boolean washed = viewing.isShown(OverlayToggle.DOSE_WASH) && overlays.volume().isEmpty();
    double opacity = washed ? viewing.doseOpacityPercent() / 100 : 0;
    var wash = new DoseWash(palette(dose), dose.maximumGy(), thresholdGy(dose), opacity);
    List<IsodoseLevel> lines = viewing.isShown(OverlayToggle.ISODOSES) ? isodoses() : List.of();
    return new DoseLayer(dose.grid(), dose.sceneToDose(), wash, lines);
  }

  static IntensityWindow stateOf(WindowLevel window) {
    return new IntensityWindow(window.centreIntensity(), window.widthIntensity());
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.CROSS_HAIR) {
      message = "";
    }
    tell();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
