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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.ScalarLayer;
import org.recourse.rendering.ScalarPalette;
import org.recourse.rendering.ScalarWash;
import org.recourse.rendering.SceneProbe;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;

/**
 * Which overlay is shown, and what came of computing it. Mutable, UI thread only.
 *
 * <p>While an overlay is shown it takes the place of the colour wash of the dose, so that there is
 * never more than one colour scale; isodose lines stay.
 */
public final class OverlayChoice {

  private final OverlayCatalogue catalogue;
  private final Runnable whenChanged;
  private Optional<String> chosen = Optional.empty();
  private Optional<String> before = Optional.empty(); // what the key brings back
  private Optional<OverlayResult> result = Optional.empty();
  private boolean isStale;

  public OverlayChoice(OverlayCatalogue catalogue, Runnable whenChanged) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.whenChanged = Objects.requireNonNull(whenChanged, "whenChanged");
    before = catalogue.entries().stream().findFirst().map(OverlayEntry::id);
  }

  public List<OverlayEntry> entries() {
    return catalogue.entries();
  }

  /** The overlay to be shown. */
  public Optional<GuardedOverlay> chosen() {
    return chosen.flatMap(catalogue::overlay);
  }

  public boolean isChosen(String id) {
    return chosen.filter(id::equals).isPresent();
  }

  /** Chooses an overlay, or none. */
  public void choose(Optional<String> id) {
    if (!chosen.equals(id)) {
      if (id.isPresent()) {
        before = id;
      }
      chosen = id.filter(known -> catalogue.overlay(known).isPresent());
      result = Optional.empty();
      isStale = false;
      whenChanged.run();
    }
  }

  /** Switches an overlay on, or off if it is on. */
  public void toggle(String id) {
    choose(isChosen(id) ? Optional.empty() : Optional.of(id));
  }

  /** Switches the overlay that was shown last on or off. */
  public void toggleLast() {
    choose(chosen.isPresent() ? Optional.empty() : before);
  }

  /** The overlay was computed. */
  public void show(String id, OverlayResult computed) {
    if (isChosen(id)) {
      result = Optional.of(computed);
      isStale = false;
      whenChanged.run();
    }
  }

  /** The plan was edited: what is shown is of an older one. */
  public void markStale() {
    if (result.isPresent() && !isStale) {
      isStale = true;
      whenChanged.run();
    }
  }

  public boolean isStale() {
    return isStale;
  }

  /** The volume that is drawn, if it has been computed. */
  public Optional<OverlayVolume> volume() {
    return result
        .filter(OverlayResult.Shown.class::isInstance)
        .map(OverlayResult.Shown.class::cast)
        .map(OverlayResult.Shown::volume);
  }

  /** A sentence for the slices while there is nothing to draw; may be empty. */
  public String note() {
    if (chosen.isEmpty()) {
      return "";
    }
    if (result.isEmpty()) {
      return "The overlay is being computed.";
    }
    return result.get() instanceof OverlayResult.NotAvailable none ? none.sentence() : "";
  }

  /** What was found while it was computed, and mistakes in the declarations. */
  public List<Finding> findings() {
    List<Finding> ofResult =
        result
            .map(
                computed ->
                    switch (computed) {
                      case OverlayResult.Shown shown -> shown.findings();
                      case OverlayResult.NotAvailable none -> none.findings();
                    })
            .orElse(List.of());
    return Stream.concat(catalogue.findings().stream(), ofResult.stream())
        .toList();
  }

  /** Colours of the present volume; grey when it is out of date. */
  public ScalarPalette palette(OverlayVolume volume) {
    return isStale ? ScalarPalette.GREY : volume.palette();
  }

  /** What is drawn; none before it has been computed. */
  public Optional<ScalarLayer> layer(double opacityFraction) {
    return volume()
        .map(
            volume ->
                new ScalarLayer(
                    volume.values(),
                    volume.sceneToValues(),
                    new ScalarWash(
                        palette(volume), volume.from(), volume.to(), opacityFraction)));
  }

  /** Value at a point, such as "0.52 Gy/mm"; empty where nothing is drawn. */
  public Optional<String> probeText(Vector3 pointMm) {
    Optional<ScalarLayer> layer = layer(1);
    if (layer.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble value = SceneProbe.value(layer.get(), pointMm);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(OverlayText.value(value.getAsDouble(), volume().orElseThrow()));
  }
}
