/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where a registry is kept. Immutable. */
public sealed interface RegistryAddress {

  /** Prefix of the addresses of PostgreSQL. */
  String POSTGRESQL = "jdbc:postgresql:";

  /**
   * A file of the embedded database, for one workbench at a time.
   *
   * @param file path without the ending that the database adds
   */
  record EmbeddedFile(Path file) implements RegistryAddress {

    public EmbeddedFile {
      file = file.toAbsolutePath().normalize();
      if (file.toString().contains(";")) { // the database would read settings from there
        throw new IllegalArgumentException("the registry's file has no semicolon: " + file);
      }
    }

    @Override
    public String shown() {
      return file.toString();
    }
  }

  /**
   * A PostgreSQL database that several workbenches share.
   *
   * @param url address that starts with {@code jdbc:postgresql:}
   * @param user name to log in with; empty to take it from the address
   * @param password its password; empty where the server asks for none
   */
  record DepartmentDatabase(String url, Optional<String> user, Optional<String> password)
      implements RegistryAddress {

    public DepartmentDatabase {
      if (!url.startsWith(POSTGRESQL)) {
        throw new IllegalArgumentException(
            "the address of a department's registry starts with " + POSTGRESQL + ": " + url);
      }
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
    }

    /** The address without its parameters, which may hold a password. */
    @Override
    public String shown() {
      int parameters = url.indexOf('?');
      return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
      return shown();
    }
  }

  /** Returns the address for messages; it holds no password. */
  String shown();

  /** Returns the address that a user typed: a JDBC address of PostgreSQL, or a file. */
  static RegistryAddress parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the address of the registry is empty");
    }
    if (text.startsWith(POSTGRESQL)) {
      return new DepartmentDatabase(text, Optional.empty(), Optional.empty());
    }
    if (text.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "only PostgreSQL and the embedded file are supported: " + text);
    }
    return new EmbeddedFile(Path.of(text));
  }
}
