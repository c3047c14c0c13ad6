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
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.outcomes.registry.AnsweringModel;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.PatientPseudonym;
import org.recourse.outcomes.registry.Statement;

/** The table of assessments. */
public final class AssessmentRows {

  private static final String COLUMNS =
      "record_id, patient, assessed_at, treatment_start, centre, model_id, model_version,"
          + " model_checksum, outcome, kind, number_value, category, inside_domain, synthetic";

  private static final String UNIQUE_VIOLATED = "23505"; // SQL standard, both databases

  private AssessmentRows() {}

  /** Adds a row unless it is there; returns whether it was added. */
  public static boolean insert(Connection connection, Assessment assessment, Instant now)
      throws SQLException {
    String sql =
        "insert into assessment ("
            + COLUMNS
            + ", recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      fill(insert, assessment);
      insert.setObject(15, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATED.equals(e.getSQLState())) {
        connection.rollback();
        return false;
      }
      throw e;
    }
  }

  private static void fill(PreparedStatement insert, Assessment assessment) throws SQLException {
    insert.setString(1, assessment.recordId());
    insert.setString(2, assessment.patient().text());
    insert.setObject(3, OffsetDateTime.ofInstant(assessment.assessedAt(), ZoneOffset.UTC));
    insert.setObject(4, assessment.treatmentStart());
    insert.setString(5, assessment.centre());
    insert.setString(6, assessment.model().id());
    insert.setString(7, assessment.model().version());
    insert.setString(8, assessment.model().checksum());
    insert.setString(9, assessment.outcome());
    switch (assessment.statement()) {
      case Statement.Probability(double fraction) -> value(insert, "PROBABILITY", fraction);
      case Statement.Score(double score) -> value(insert, "SCORE", score);
      case Statement.Category(String text) -> {
        insert.setString(10, "CATEGORY");
        insert.setNull(11, Types.DOUBLE);
        insert.setString(12, text);
      }
    }
    insert.setBoolean(13, assessment.insideDomain());
    insert.setBoolean(14, assessment.synthetic());
  }

  private static void value(PreparedStatement insert, String kind, double number)
      throws SQLException {
    insert.setString(10, kind);
    insert.setDouble(11, number);
    insert.setNull(12, Types.VARCHAR);
  }

  /** Returns the assessments on an outcome, oldest first. */
  public static List<Assessment> select(
      Connection connection, String outcome, Optional<String> modelId) throws SQLException {
    String sql =
        "select "
            + COLUMNS
            + " from assessment where outcome = ?"
            + (modelId.isPresent() ? " and model_id = ?" : "")
            + " order by assessed_at, record_id, model_id";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, outcome);
      if (modelId.isPresent()) {
        select.setString(2, modelId.get());
      }
      try (ResultSet rows = select.executeQuery()) {
        List<Assessment> found = new ArrayList<>();
        while (rows.next()) {
          found.add(assessment(rows));
        }
        return found;
      }
    }
  }

  private static Assessment assessment(ResultSet row) throws SQLException {
    return new Assessment(
        row.getString("record_id"),
        new PatientPseudonym(row.getString("patient")),
        row.getObject("assessed_at", OffsetDateTime.class).toInstant(),
        row.getObject("treatment_start", LocalDate.class),
        row.getString("centre"),
        new AnsweringModel(
            row.getString("model_id"),
            row.getString("model_version"),
            row.getString("model_checksum")),
        row.getString("outcome"),
        statement(row),
        row.getBoolean("inside_domain"),
        row.getBoolean("synthetic"));
  }

  private static Statement statement(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return switch (kind) {
      case "PROBABILITY" -> new Statement.Probability(row.getDouble("number_value"));
      case "SCORE" -> new Statement.Score(row.getDouble("number_value"));
      case "CATEGORY" -> new Statement.Category(row.getString("category"));
      default -> throw new SQLException("it holds an unknown kind of statement: " + kind);
    };
  }

  /** Returns the outcomes of which there are assessments. */
  public static List<String> outcomes(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select distinct outcome from assessment order by outcome");
        ResultSet rows = select.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
