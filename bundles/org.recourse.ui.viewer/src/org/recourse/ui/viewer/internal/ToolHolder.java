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
import java.util.concurrent.CopyOnWriteArrayList;
import org.recourse.ui.viewer.SliceTool;

/** The tool in the hand of the user, at most one. Mutable, UI thread only. */
final class ToolHolder {

  private final Runnable whenChanged;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Optional<SliceTool> active = Optional.empty();

  ToolHolder(Runnable whenChanged) {
    this.whenChanged = Objects.requireNonNull(whenChanged, "whenChanged");
  }

  Optional<SliceTool> active() {
    return active;
  }

  void addListener(Runnable listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  void take(SliceTool tool) {
    change(Optional.of(tool));
  }

  void putDown() {
    change(Optional.empty());
  }

  private void change(Optional<SliceTool> next) {
    if (active.equals(next)) {
      return;
    }
    Optional<SliceTool> former = active;
    active = next;
    former.ifPresent(SliceTool::putDown);
    listeners.forEach(Runnable::run);
    whenChanged.run();
  }
}
