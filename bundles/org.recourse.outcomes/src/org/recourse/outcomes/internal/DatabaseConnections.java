/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.recourse.outcomes.registry.OutcomeRegistry.Work;
import org.recourse.outcomes.registry.RegistryAddress;
import org.recourse.outcomes.registry.RegistryException;

/**
 * Opens one connection for each piece of work. The drivers are made by name, not found by the
 * driver manager, which does not see bundles. Immutable and thread-safe.
 */
public final class DatabaseConnections {

  private static final String FILE_IN_USE = "90020"; // H2: database may be already in use
  private static final String WRONG_PASSWORD = "28P01";
  private static final String SECONDS_TO_CONNECT = "10";
  private static final String MS_TO_WAIT_FOR_OTHERS = "60000"; // a busy disk takes seconds

  private final RegistryAddress address;

  public DatabaseConnections(RegistryAddress address) {
    this.address = Objects.requireNonNull(address, "address");
  }

  /**
   * Does a piece of work and commits it, or does nothing of it.
   *
   * @throws RegistryException in place of the error of the database, with the address in words
   */
  public <T> T inTransaction(Work<T> work) throws RegistryException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new RegistryException(sentence(e), e);
    }
  }

  private Connection connect() throws SQLException {
    return switch (address) {
      case RegistryAddress.EmbeddedFile(var file) -> {
        var properties = new Properties();
        properties.setProperty("LOCK_TIMEOUT", MS_TO_WAIT_FOR_OTHERS);
        yield new org.h2.Driver().connect("jdbc:h2:file:" + file, properties);
      }
      case RegistryAddress.DepartmentDatabase(var url, var user, var password) -> {
        var properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(text -> properties.setProperty("password", text));
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "ReCourse");
        yield new org.postgresql.Driver().connect(url, properties);
      }
    };
  }

  private String sentence(SQLException e) {
    String where = "The outcome registry " + address.shown();
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    if (state.equals(FILE_IN_USE)) {
      return where
          + " is in use by another process. Close the other workbench, or keep the registry in"
          + " PostgreSQL, where several may work at once.";
    }
    if (state.equals(WRONG_PASSWORD)) {
      return where + " refuses the user or the password. Check them in the preferences.";
    }
    if (state.startsWith("08")) {
      return where + " does not answer: " + e.getMessage() + " Check the address and the server.";
    }
    return where + " could not be used: " + e.getMessage();
  }
}
