/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine a benchmark ran on. Immutable.
 *
 * @param cpu name of the processor
 * @param cores processors the virtual machine may use
 * @param heapMiB largest heap
 * @param java version of the virtual machine
 */
public record BenchMachine(String cpu, int cores, long heapMiB, String java) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final int MIB = 1 << 20;

  public static BenchMachine here() {
    Runtime runtime = Runtime.getRuntime();
    return new BenchMachine(
        cpuName(),
        runtime.availableProcessors(),
        runtime.maxMemory() / MIB,
        Runtime.version().toString());
  }

  private static String cpuName() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch"); // a name for people; nothing depends on it
      }
    }
    return System.getProperty("os.arch");
  }
}
