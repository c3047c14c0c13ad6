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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.PatientPseudonym;

/** The table of follow-ups. Rows are only added. */
public final class FollowUpRows {

  private static final String UNIQUE_VIOLATED = "23505"; // SQL standard, both databases
  private static final String COLUMNS = "id, patient, outcome, status, seen_on, source, replaces";

  private FollowUpRows() {}

  /** Adds a row; returns why it was refused, or empty text. */
  public static String insert(Connection connection, FollowUp followUp, Instant now)
      throws SQLException {
    if (followUp.replaces().isPresent()) {
      String refusal = unfit(connection, followUp, followUp.replaces().get());
      if (!refusal.isEmpty()) {
        return refusal;
      }
    }
    String sql =
        "insert into follow_up (" + COLUMNS + ", recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, followUp.id());
      insert.setString(2, followUp.patient().text());
      insert.setString(3, followUp.outcome());
      insert.setString(4, followUp.status().name());
      insert.setObject(5, followUp.day());
      insert.setString(6, followUp.source());
      insert.setObject(7, followUp.replaces().orElse(null));
      insert.setObject(8, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
      return "";
    } catch (SQLException e) {
      if (UNIQUE_VIOLATED.equals(e.getSQLState()) && followUp.replaces().isPresent()) {
        connection.rollback();
        return alreadyReplaced(followUp.replaces().get());
      }
      throw e;
    }
  }

  private static String unfit(Connection connection, FollowUp followUp, UUID replaced)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select patient, outcome from follow_up where id = ?")) {
      select.setObject(1, replaced);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return "The follow-up " + replaced + " that was to be corrected is not in the registry.";
        }
        boolean same =
            row.getString(1).equals(followUp.patient().text())
                && row.getString(2).equals(followUp.outcome());
        return same
            ? ""
            : "The follow-up "
                + replaced
                + " is of another patient or outcome; a correction cannot move it.";
      }
    }
  }

  private static String alreadyReplaced(UUID replaced) {
    return "The follow-up "
        + replaced
        + " was corrected by somebody else in the meantime. Read it again and correct the newer"
        + " entry.";
  }

  /** Returns the rows that no other row replaces. */
  public static List<FollowUp> current(Connection connection, String outcome) throws SQLException {
    return select(
        connection,
        outcome,
        " and not exists (select 1 from follow_up newer where newer.replaces = follow_up.id)");
  }

  public static List<FollowUp> all(Connection connection, String outcome) throws SQLException {
    return select(connection, outcome, "");
  }

  private static List<FollowUp> select(Connection connection, String outcome, String condition)
      throws SQLException {
    String sql =
        "select "
            + COLUMNS
            + " from follow_up where outcome = ?"
            + condition
            + " order by recorded_at, id";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, outcome);
      try (ResultSet rows = select.executeQuery()) {
        List<FollowUp> found = new ArrayList<>();
        while (rows.next()) {
          found.add(followUp(rows));
        }
        return found;
      }
    }
  }

  private static FollowUp followUp(ResultSet row) throws SQLException {
    return new FollowUp(
        row.getObject("id", UUID.class),
        new PatientPseudonym(row.getString("patient")),
        row.getString("outcome"),
        FollowUp.Status.valueOf(row.getString("status")),
        row.getObject("seen_on", LocalDate.class),
        row.getString("source"),
        Optional.ofNullable(row.getObject("replaces", UUID.class)));
  }
}
