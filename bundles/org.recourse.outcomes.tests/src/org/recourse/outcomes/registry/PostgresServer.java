/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of this machine with an empty database, on the loopback address. */
final class PostgresServer implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final long PATIENCE_S = 600;
  private static final int PORTS_TO_TRY = 10;

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Returns the folder with initdb, or empty where Debian's package is not installed. */
  static Optional<Path> programs() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max((a, b) -> a.toString().compareTo(b.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PostgresServer start(Path programs) throws IOException, InterruptedException {
    Path folder = Path.of(run(asServerUser("mktemp", "-d")).strip());
    run(
        asServerUser(
            programs.resolve("initdb").toString(),
            "--auth=trust",
            "--username=recourse",
            "--encoding=UTF8",
            "--no-sync",
            "--pgdata=" + folder.resolve("data")));
    for (int attempt = 1; ; attempt++) {
      var server = new PostgresServer(programs, folder, freePort());
      try {
        server.listen();
        return server;
      } catch (IOException e) { // somebody else may have taken the port meanwhile
        if (attempt == PORTS_TO_TRY) {
          throw e;
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void listen() throws IOException, InterruptedException {
    run(
        asServerUser(
            programs.resolve("pg_ctl").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--log=" + folder.resolve("log"),
            "--wait",
            "--timeout=" + PATIENCE_S / 2,
            "--options=-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder + " -F",
            "start"));
  }

  RegistryAddress address() {
    return new RegistryAddress.DepartmentDatabase(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        Optional.of("recourse"),
        Optional.empty());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run(
        asServerUser(
            programs.resolve("pg_ctl").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--mode=fast",
            "--timeout=" + PATIENCE_S / 2,
            "stop"));
    run(asServerUser("rm", "-r", folder.toString()));
  }

  /** The server refuses to run as root; Debian's package makes a user for it. */
  private static List<String> asServerUser(String... command) {
    List<String> whole = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("postgres", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no end after " + PATIENCE_S + " s: " + command);
      }
      String said = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new IOException(command + " ended with " + process.exitValue() + ": " + said);
      }
      return said;
    } finally {
      Files.delete(output);
    }
  }
}
