/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SliceViewer;
import org.recourse.ui.viewer.SliceViewerContribution;

/**
 * The newest feature map of every open case, and the slices on which it is shown. Maps may be asked
 * for on any thread; viewers are used on the UI thread only.
 */
@Component(service = {ShownMaps.class, SliceViewerContribution.class})
public final class ShownMaps implements SliceViewerContribution {

  private static final int AFTER_OTHERS = 900;

  /** A case that is closed takes its map with it. */
  private final Map<CaseVoxels, ShownMap> maps = Collections.synchronizedMap(new WeakHashMap<>());

  private final List<SliceViewer> viewers = new CopyOnWriteArrayList<>();

  @Override
  public int order() {
    return AFTER_OTHERS;
  }

  @Override
  public void opened(SliceViewer viewer) {
    viewers.add(viewer);
    viewer.control().addDisposeListener(e -> viewers.remove(viewer));
  }

  /** Returns the map of a case, if one was computed. */
  Optional<ShownMap> of(CaseVoxels voxels) {
    return Optional.ofNullable(maps.get(voxels));
  }

  /** Keeps a map and shows it on the slices of its case. UI thread only. */
  void show(CaseSession session, ShownMap map) {
    maps.put(session.openCase().voxels(), map);
    viewers.stream()
        .filter(viewer -> viewer.session() == session)
        .forEach(viewer -> viewer.showOverlay(FeatureMapOverlay.ID));
  }
}
