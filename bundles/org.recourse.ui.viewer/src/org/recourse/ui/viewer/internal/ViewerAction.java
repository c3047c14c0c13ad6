/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.recourse.ui.session.OverlayToggle;
import org.recourse.ui.viewer.internal.overlay.DoseGradientOverlay;

/**
 * What can be done on the slices page. Each action is a workbench command of the same name with a
 * key and a place in the menu View; {@code plugin.xml} declares them.
 */
enum ViewerAction {
  DOSE_WASH("doseWash", 'd', "D"),
  ISODOSES("isodoses", 'i', "I"),
  CONTOURS("contours", 'c', "C"),
  GRADIENT("gradient", 'g', "G"),
  OVERLAY("overlay", 'o', "O"),
  SOFT_TISSUE("softTissue", '1', "1"),
  BONE("bone", '2', "2"),
  LUNG("lung", '3', "3"),
  BRAIN("brain", '4', "4"),
  HEAD_AND_NECK("headAndNeck", '5', "5"),
  AUTOMATIC("automaticWindow", '6', "6"),
  FIT("fit", 'f', "F"),
  CENTRE("centre", SWT.HOME, "Home"),
  MAXIMUM("maximum", 'm', "M"),
  RULER("ruler", 'r', "R"),
  PROFILE("profile", 'p', "P"),
  NEXT_SLICE("nextSlice", SWT.ARROW_UP, "Up"),
  PREVIOUS_SLICE("previousSlice", SWT.ARROW_DOWN, "Down"),
  FAST_FORWARD("tenSlicesOn", SWT.PAGE_UP, "Page Up"),
  FAST_BACK("tenSlicesBack", SWT.PAGE_DOWN, "Page Down");

  private static final String COMMAND_PREFIX = "org.recourse.ui.viewer.";

  private final String name;
  private final int key;
  private final String keyText;

  ViewerAction(String name, int key, String keyText) {
    this.name = name;
    this.key = key;
    this.keyText = keyText;
  }

  String commandId() {
    return COMMAND_PREFIX + name;
  }

  /** The key for people, such as "Page Up". */
  String keyText() {
    return keyText;
  }

  /** The action of a key that was pressed alone, for windows without a workbench. */
  static Optional<ViewerAction> ofKey(Event event) {
    int pressed =
        switch (event.keyCode) {
          case SWT.ARROW_RIGHT -> SWT.ARROW_UP;
          case SWT.ARROW_LEFT -> SWT.ARROW_DOWN;
          case 0 -> Character.toLowerCase(event.character);
          default -> Character.toLowerCase(event.keyCode);
        };
    return Arrays.stream(values()).filter(action -> action.key == pressed).findFirst();
  }

  /** The overlay that this action switches on and off. */
  Optional<OverlayToggle> overlay() {
    return switch (this) {
      case DOSE_WASH -> Optional.of(OverlayToggle.DOSE_WASH);
      case ISODOSES -> Optional.of(OverlayToggle.ISODOSES);
      case CONTOURS -> Optional.of(OverlayToggle.CONTOURS);
      default -> Optional.empty();
    };
  }

  /** Whether what this action switches is on. */
  boolean isOn(ViewerModel model) {
    return switch (this) {
      case GRADIENT -> model.overlays().isChosen(DoseGradientOverlay.ID);
      case OVERLAY -> model.overlays().chosen().isPresent();
      default ->
          overlay().filter(model.viewing()::isShown).isPresent()
              || tool().filter(t -> model.measuring().tool().equals(Optional.of(t))).isPresent();
    };
  }

  /** The grey window that this action sets. */
  Optional<WindowPreset> preset() {
    int index = ordinal() - SOFT_TISSUE.ordinal();
    WindowPreset[] presets = WindowPreset.values();
    return index >= 0 && index < presets.length ? Optional.of(presets[index]) : Optional.empty();
  }

  /** The tool that this action takes into the hand. */
  Optional<LineTool> tool() {
    return switch (this) {
      case RULER -> Optional.of(LineTool.RULER);
      case PROFILE -> Optional.of(LineTool.PROFILE);
      default -> Optional.empty();
    };
  }
}
