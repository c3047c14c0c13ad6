/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.recourse.outcomes.internal.AssessmentRows;
import org.recourse.outcomes.internal.DatabaseConnections;
import org.recourse.outcomes.internal.FollowUpRows;
import org.recourse.outcomes.internal.SchemaMigration;

/**
 * Assessments and what followed. Thread-safe: each call is one transaction on a connection of its
 * own, so several threads, and with PostgreSQL several workbenches, may write at once.
 */
public final class OutcomeRegistry {

  private static final String PSEUDONYMS = "HmacSHA256";

  private final DatabaseConnections connections;
  private final Clock clock;
  private final SecretKeySpec secret;

  private OutcomeRegistry(DatabaseConnections connections, Clock clock, byte[] secret) {
    this.connections = connections;
    this.clock = clock;
    this.secret = new SecretKeySpec(secret, PSEUDONYMS);
  }

  /**
   * Opens a registry; an empty database is set up, one of an earlier version is brought to today's.
   *
   * @param address where it is kept
   * @param clock gives the time of entries
   * @throws RegistryException if it cannot be reached, is in use by another process, or was written
   *     by a later version
   */
  public static OutcomeRegistry open(RegistryAddress address, Clock clock)
      throws RegistryException {
    Objects.requireNonNull(clock, "clock");
    var connections = new DatabaseConnections(address);
    byte[] secret =
        connections.inTransaction(connection -> SchemaMigration.migrate(connection, clock));
    return new OutcomeRegistry(connections, clock, secret);
  }

  /** Returns the pseudonym of a patient in this registry: HMAC-SHA-256 with its own secret. */
  public PatientPseudonym pseudonym(String patientId) {
    try {
      Mac mac = Mac.getInstance(PSEUDONYMS);
      mac.init(secret);
      byte[] digest = mac.doFinal(patientId.strip().getBytes(StandardCharsets.UTF_8));
      return new PatientPseudonym(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + PSEUDONYMS, e);
    }
  }

  /**
   * Keeps an assessment.
   *
   * @return whether it is new; false if the record was kept before, which leaves it as it is
   * @throws RegistryException if the registry cannot be written
   */
  public boolean record(Assessment assessment) throws RegistryException {
    return connections.inTransaction(
        connection -> AssessmentRows.insert(connection, assessment, clock.instant()));
  }

  /**
   * Keeps a follow-up.
   *
   * @throws RegistryException if the registry cannot be written, or if the entry that it replaces
   *     is not there or was replaced by another already
   */
  public void record(FollowUp followUp) throws RegistryException {
    String refusal =
        connections.inTransaction(
            connection -> FollowUpRows.insert(connection, followUp, clock.instant()));
    if (!refusal.isEmpty()) {
      throw new RegistryException(refusal);
    }
  }

  /**
   * Returns the assessments in the order in which they were made.
   *
   * @param outcome only those that speak of it
   * @param modelId only those of this model, where given
   */
  public List<Assessment> assessments(String outcome, Optional<String> modelId)
      throws RegistryException {
    return connections.inTransaction(
        connection -> AssessmentRows.select(connection, outcome, modelId));
  }

  /** Returns what holds today of an outcome: entries that were replaced are left out. */
  public List<FollowUp> followUps(String outcome) throws RegistryException {
    return connections.inTransaction(connection -> FollowUpRows.current(connection, outcome));
  }

  /** Returns every entry on an outcome, those that were replaced too, in order of recording. */
  public List<FollowUp> history(String outcome) throws RegistryException {
    return connections.inTransaction(connection -> FollowUpRows.all(connection, outcome));
  }

  /** Returns the outcomes that assessments speak of, in alphabetical order. */
  public List<String> outcomes() throws RegistryException {
    return connections.inTransaction(AssessmentRows::outcomes);
  }

  /** A piece of work in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
