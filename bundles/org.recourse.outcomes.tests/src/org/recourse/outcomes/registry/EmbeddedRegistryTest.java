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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.outcomes.internal.DatabaseConnections;

class EmbeddedRegistryTest extends RegistryContract {

  @TempDir Path folder;

  @Override
  RegistryAddress address() {
    return new RegistryAddress.EmbeddedFile(folder.resolve("outcomes"));
  }

  @Test
  void twoRegistriesGiveAPatientTwoPseudonyms() throws Exception {
    OutcomeRegistry other =
        OutcomeRegistry.open(new RegistryAddress.EmbeddedFile(folder.resolve("other")), CLOCK);

    assertNotEquals(open().pseudonym("P1"), other.pseudonym("P1"));
  }

  @Test
  void refusesARegistryOfALaterVersion() throws Exception {
    open();
    try (Connection connection =
            new org.h2.Driver()
                .connect("jdbc:h2:file:" + folder.resolve("outcomes"), new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("insert into registry_version values (99, 'V99.sql', current_timestamp)");
    }

    RegistryException refused = assertThrows(RegistryException.class, this::open);

    assertTrue(refused.getMessage().contains("later version"), refused.getMessage());
    assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
  }

  @Test
  void aWriterWaitsLongerForAnotherThanABusyDiskTakes() throws Exception {
    open();
    int waitMs =
        new DatabaseConnections(address())
            .inTransaction(
                connection -> {
                  try (Statement statement = connection.createStatement();
                      ResultSet row = statement.executeQuery("call lock_timeout()")) {
                    row.next();
                    return row.getInt(1);
                  }
                });

    assertEquals(60_000, waitMs);
  }

  @Test
  void saysThatAnotherProcessHoldsTheFile() throws Exception {
    open();
    try (Connection held =
        new org.h2.Driver()
            .connect("jdbc:h2:file:" + folder.resolve("outcomes"), new Properties())) {
      assertFalse(held.isClosed());
      // the same process may share the file; another one is refused by its lock
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  Path.of(
                          org.h2.Driver.class
                              .getProtectionDomain()
                              .getCodeSource()
                              .getLocation()
                              .toURI())
                      .toString(),
                  "org.h2.tools.Shell",
                  "-url",
                  "jdbc:h2:file:" + folder.resolve("outcomes"),
                  "-sql",
                  "select 1")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes());
      assertTrue(said.contains("90020"), said); // the state that becomes a sentence
    }
  }

  @Test
  void readsAddresses() {
    assertEquals(
        new RegistryAddress.DepartmentDatabase(
            "jdbc:postgresql://db/outcomes?password=x", Optional.empty(), Optional.empty()),
        RegistryAddress.parse("jdbc:postgresql://db/outcomes?password=x"));
    assertEquals(
        "jdbc:postgresql://db/outcomes",
        RegistryAddress.parse("jdbc:postgresql://db/outcomes?password=x").toString());
    assertThrows(IllegalArgumentException.class, () -> RegistryAddress.parse("jdbc:h2:mem:x"));
    assertThrows(IllegalArgumentException.class, () -> RegistryAddress.parse("a;INIT=x"));
    assertThrows(IllegalArgumentException.class, () -> RegistryAddress.parse(" "));
  }
}
