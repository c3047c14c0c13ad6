/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;

/** What the overlays found reaches the session, where the Findings view reads it. */
class SessionOverlaysTest {

  @Test
  void mistakesInTheDeclarationsAreReportedUntilThePageIsClosed() {
    Assumptions.assumeTrue(
        System.getenv("DISPLAY") != null, "skipped: there is no display; run it under Xvfb");
    var viewing = new ViewingState(Vector3.ZERO, List.of());
    var model =
        new ViewerModel(
            viewing,
            TestOverlays.catalogue(
                TestOverlays.constant("twice", 1), TestOverlays.constant("twice", 2)));
    // Without a chosen overlay nothing of the session is used but what the user looks at.
    var session = new CaseSession(null, null, null, null, viewing, null, List.of());
    var overlays = new SessionOverlays(session, model, Display.getDefault());

    overlays.update();

    assertEquals(1, viewing.overlayFindings().size());
    assertTrue(viewing.overlayFindings().getFirst().text().contains("twice"));
    overlays.stop();
    assertEquals(List.of(), viewing.overlayFindings());
    model.dispose();
  }
}
