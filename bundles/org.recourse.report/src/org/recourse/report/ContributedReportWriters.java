/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.TimeLimitedCall;

/**
 * A catalogue made from a list of contributions. Thread-safe. Of two contributions with the same id
 * the first is used and a finding names both bundles.
 */
public final class ContributedReportWriters implements ReportWriterCatalogue {

  /** Enough for a hundred pages on a slow machine, and short enough to notice a hanging writer. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(120);

  private final List<ReportWriterContribution> writers;
  private final List<Finding> findings;
  private final Duration timeLimit;

  public ContributedReportWriters(List<ReportWriterContribution> contributions) {
    this(contributions, TIME_LIMIT);
  }

  /**
   * Makes a catalogue.
   *
   * @param contributions in the order in which they are shown
   * @param timeLimit time for one report, greater than 0
   */
  public ContributedReportWriters(
      List<ReportWriterContribution> contributions, Duration timeLimit) {
    if (!timeLimit.isPositive()) {
      throw new IllegalArgumentException("timeLimit must be > 0: " + timeLimit);
    }
    this.timeLimit = timeLimit;
    var unique =
        UniqueIds.of(
            contributions,
            "report writer",
            ReportWriterContribution::id,
            ReportWriterContribution::contributor);
    writers = List.copyOf(unique.byId().values());
    findings = unique.findings();
  }

  /** Makes a catalogue of writers that exist already. */
  public static ContributedReportWriters of(
      List<? extends ReportWriter> writers, String contributor) {
    return new ContributedReportWriters(
        writers.stream().map(writer -> ReportWriterContribution.of(writer, contributor)).toList());
  }

  @Override
  public List<ReportWriterContribution> writers() {
    return writers;
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public List<Finding> write(ReportContent content, Path file, IProgressMonitor monitor)
      throws ReportException {
    ReportWriterContribution writer =
        forFile(file)
            .orElseThrow(
                () ->
                    new ReportException(
                        file,
                        "no installed writer knows this ending; there are: "
                            + String.join(
                                ", ",
                                writers.stream().map(each -> "." + each.fileExtension()).toList())
                            + "."));
    Path target = file.toAbsolutePath();
    Path fresh =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try {
        List<Finding> reservations = written(writer, content, fresh, file, monitor);
        move(fresh, target);
        return reservations;
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new ReportException(
          file,
          "the report could not be written (" + e + "); check folder, permission and free space.",
          e);
    }
  }

  private List<Finding> written(
      ReportWriterContribution writer,
      ReportContent content,
      Path fresh,
      Path file,
      IProgressMonitor monitor)
      throws IOException, ReportException {
    // Opened and closed here: a writer that was given up can make or fill no file any more.
    try (OutputStream stream =
        new BufferedOutputStream(
            Files.newOutputStream(
                fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      List<Finding> reservations =
          TimeLimitedCall.call(
              watched -> writer.source().create().write(content, stream, watched),
              "Report writer " + writer.id(),
              timeLimit,
              monitor);
      if (reservations == null) {
        throw new ReportException(file, failed(writer, "It returned nothing"));
      }
      return List.copyOf(reservations);
    } catch (TimeoutException e) {
      throw new ReportException(
          file,
          failed(writer, "It took longer than " + timeLimit.toSeconds() + " s and was given up"),
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new ReportException(file, failed(writer, inWords(e.getCause())), e);
    }
  }

  private static String failed(ReportWriterContribution writer, String what) {
    return "the writer "
        + writer.id()
        + " of "
        + writer.contributor()
        + " wrote no report. "
        + what
        + ". Report this to its vendor; an older file was left as it is.";
  }

  private static String inWords(Throwable cause) {
    String what =
        cause instanceof CoreException ? "It could not be created" : "It ended with an exception";
    return cause instanceof OperationCanceledException
        ? "It cancelled what nobody cancelled"
        : what + " (" + cause + ")";
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // such as some network drives
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
