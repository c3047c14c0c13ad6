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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts this program again in a process of its own, with the Java and the arguments it was started
 * with, up to the command. Immutable.
 *
 * @param command executable and arguments up to, but without, the command {@code bench}
 */
record FreshProcess(List<String> command) {

  FreshProcess {
    command = List.copyOf(command);
  }

  private static final String CONFIGURATION_OPTION = "-configuration";
  private static final Path OWN_COMMAND_LINE = Path.of("/proc/self/cmdline");

  /** Returns how to start again; empty where the system does not tell how this one was started. */
  static Optional<FreshProcess> likeThisOne(String commandName) {
    ProcessHandle.Info info = ProcessHandle.current().info();
    if (info.command().isEmpty()) {
      return Optional.empty();
    }
    List<String> arguments = info.arguments().map(List::of).orElseGet(FreshProcess::longArguments);
    int position = arguments.lastIndexOf(commandName);
    if (position < 0) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(info.command().get());
    command.addAll(arguments.subList(0, position));
    return Optional.of(new FreshProcess(command));
  }

  /** Java tells arguments only up to one memory page; Linux tells all of them. */
  private static List<String> longArguments() {
    try {
      String line = Files.readString(OWN_COMMAND_LINE, StandardCharsets.UTF_8);
      List<String> all = List.of(line.split("\0"));
      return all.subList(1, all.size());
    } catch (IOException e) { // not Linux: the caller reports that nothing was timed
      return List.of();
    }
  }

  /** Runs it with a command and returns the last line of its standard output. */
  String run(List<String> arguments) throws IOException {
    Path configuration = Files.createTempDirectory("recourse-bench-");
    try {
      List<String> all = new ArrayList<>(withConfiguration(command, configuration));
      all.addAll(arguments);
      return lastLine(all);
    } finally {
      ImportBench.delete(configuration);
    }
  }

  /** Two processes must not write into one configuration area of the platform. */
  static List<String> withConfiguration(List<String> command, Path configuration) {
    List<String> changed = new ArrayList<>(command);
    int option = changed.indexOf(CONFIGURATION_OPTION);
    if (option >= 0 && option + 1 < changed.size()) {
      changed.set(option + 1, configuration.toString());
    }
    return changed;
  }

  private static String lastLine(List<String> commandLine) throws IOException {
    Process process =
        new ProcessBuilder(commandLine).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      if (exit != 0 || output.isEmpty()) {
        throw new IOException("the fresh process ended with " + exit);
      }
      return output.substring(output.lastIndexOf('\n') + 1).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the fresh process", e);
    } finally {
      process.destroy();
    }
  }
}
