/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;

class StepMonitorTest {

  private final StringWriter err = new StringWriter();

  @Test
  void writesOneLinePerStep() {
    work(new StepMonitor(new PrintWriter(err), false, false));

    assertEquals(List.of("First", "Second"), err.toString().lines().toList());
  }

  @Test
  void writesNothingWhenQuiet() {
    work(new StepMonitor(new PrintWriter(err), true, true));

    assertTrue(err.toString().isEmpty());
  }

  @Test
  void drawsABarOnATerminal() {
    work(new StepMonitor(new PrintWriter(err), true, false));

    assertTrue(err.toString().contains("100 %"), err::toString);
  }

  @Test
  void theCacheFollowsTheCustomOfTheSystem() {
    Path home = Path.of("/home/me");
    assertEquals(
        Path.of("/home/me/.cache/recourse"), HostFolders.cacheFolder(Map.of(), "Linux", home));
    assertEquals(
        Path.of("/home/me/Library/Caches/recourse"),
        HostFolders.cacheFolder(Map.of(), "Mac OS X", home));
    assertEquals(
        Path.of("/x/recourse"),
        HostFolders.cacheFolder(Map.of("XDG_CACHE_HOME", "/x"), "Linux", home));
    assertEquals(
        Path.of("/c"),
        HostFolders.cacheFolder(Map.of(HostFolders.CACHE_VARIABLE, "/c"), "Linux", home));
  }

  private static void work(StepMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "First", 2);
    progress.worked(1);
    progress.setTaskName("Second");
    progress.worked(1);
    monitor.done();
  }
}
