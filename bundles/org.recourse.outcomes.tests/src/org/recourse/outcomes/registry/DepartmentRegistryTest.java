/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same with a real PostgreSQL, where Debian's package is installed. */
class DepartmentRegistryTest extends RegistryContract {

  private static Optional<PostgresServer> server = Optional.empty();

  @BeforeAll
  static void startServer() throws Exception {
    Optional<Path> programs = PostgresServer.programs();
    Assumptions.assumeTrue(
        programs.isPresent(), "PostgreSQL is not installed (Debian package postgresql)");
    server = Optional.of(PostgresServer.start(programs.get()));
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server.isPresent()) {
      server.get().close();
    }
  }

  @Override
  RegistryAddress address() {
    return server.orElseThrow().address();
  }

  @Test
  void workbenchesThatStartTogetherSetItUpOnce() throws Exception {
    ExecutorService workbenches = Executors.newFixedThreadPool(4);
    try {
      List<Callable<PatientPseudonym>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(() -> open().pseudonym("P1"));
      }
      for (Future<PatientPseudonym> one : workbenches.invokeAll(work)) {
        assertEquals(open().pseudonym("P1"), one.get());
      }
    } finally {
      workbenches.shutdown();
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    RegistryAddress nowhere = RegistryAddress.parse("jdbc:postgresql://127.0.0.1:1/outcomes");

    RegistryException refused =
        assertThrows(RegistryException.class, () -> OutcomeRegistry.open(nowhere, CLOCK));

    assertTrue(refused.getMessage().contains("does not answer"), refused.getMessage());
  }
}
