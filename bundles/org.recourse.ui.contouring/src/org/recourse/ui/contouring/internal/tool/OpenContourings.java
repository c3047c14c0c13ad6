/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.recourse.ui.contouring.internal.command.ContouringCommands;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SliceViewer;
import org.recourse.ui.viewer.SliceViewerContribution;

/**
 * Adds drawing to every slices page that opens, and finds it again for a command. Used on the UI
 * thread only.
 */
@Component(service = {SliceViewerContribution.class, OpenContourings.class})
public final class OpenContourings implements SliceViewerContribution {

  private static final int FIRST = 100;

  private final Map<CaseSession, Contouring> open = new IdentityHashMap<>();

  @Override
  public int order() {
    return FIRST;
  }

  @Override
  public void opened(SliceViewer viewer) {
    var contouring = new Contouring(viewer);
    new ContouringBar(
        contouring,
        action ->
            new ContouringCommands(viewer.session(), viewer.control().getShell())
                .perform(action, Optional.of(contouring)));
    open.put(viewer.session(), contouring);
    viewer.control().addDisposeListener(event -> open.remove(viewer.session()));
  }

  /** The drawing on the slices of a session. */
  public Optional<Contouring> of(CaseSession session) {
    return Optional.ofNullable(open.get(session));
  }
}
