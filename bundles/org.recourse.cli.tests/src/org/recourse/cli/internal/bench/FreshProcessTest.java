/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshProcessTest {

  @Test
  void getsAConfigurationAreaOfItsOwn() {
    List<String> command = List.of("java", "-jar", "launcher.jar", "-configuration", "/a", "-x");

    assertEquals(
        List.of("java", "-jar", "launcher.jar", "-configuration", Path.of("/b").toString(), "-x"),
        FreshProcess.withConfiguration(command, Path.of("/b")));
  }

  @Test
  void aProgramWithoutConfigurationAreaIsStartedAsItWas() {
    List<String> command = List.of("java", "-cp", "a.jar", "Main");

    assertEquals(command, FreshProcess.withConfiguration(command, Path.of("/b")));
  }
}
