/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Brings the tables to the version of this software, step by step, and never back. Steps are SQL
 * files beside this class; each is done once and noted with its time. On PostgreSQL the whole is
 * one transaction behind a lock, so two workbenches that start together do not meet.
 */
public final class SchemaMigration {

  /** The steps, in order; a published step never changes. */
  private static final List<String> STEPS = List.of("V1__registry.sql");

  private static final long LOCK = 0x5265436F75727365L; // "ReCourse"
  private static final int SECRET_BYTES = 32;

  private SchemaMigration() {}

  /**
   * Migrates and returns the secret of the registry, made when it is set up.
   *
   * @throws SQLException if the database refuses, or was written by a later version
   */
  public static byte[] migrate(Connection connection, Clock clock) throws SQLException {
    lock(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists registry_version ("
              + "step integer primary key, "
              + "file varchar(100) not null, "
              + "done_at timestamp with time zone not null)");
      int done = stepsDone(statement);
      if (done > STEPS.size()) {
        throw new SQLException(
            "it was written by a later version of ReCourse (step "
                + done
                + ", this version knows "
                + STEPS.size()
                + "). Update ReCourse.");
      }
      for (int step = done; step < STEPS.size(); step++) {
        for (String sql : script(STEPS.get(step)).split(";\\s*\\n")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
        note(connection, step + 1, clock);
      }
    }
    return secret(connection);
  }

  private static void lock(Connection connection) throws SQLException {
    if (connection.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
      try (PreparedStatement lock =
          connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
        lock.setLong(1, LOCK);
        lock.execute();
      }
    }
  }

  private static int stepsDone(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select coalesce(max(step), 0) from registry_version")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String script(String file) {
    try (InputStream stream = SchemaMigration.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the bundle lacks " + file, e);
    }
  }

  private static void note(Connection connection, int step, Clock clock) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into registry_version (step, file, done_at) values (?, ?, ?)")) {
      insert.setInt(1, step);
      insert.setString(2, STEPS.get(step - 1));
      insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static byte[] secret(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select secret from registry_secret")) {
      if (rows.next()) {
        return HexFormat.of().parseHex(rows.getString(1));
      }
    }
    byte[] made = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(made);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into registry_secret (id, secret) values (1, ?)")) {
      insert.setString(1, HexFormat.of().formatHex(made));
      insert.executeUpdate();
    }
    return made;
  }
}
