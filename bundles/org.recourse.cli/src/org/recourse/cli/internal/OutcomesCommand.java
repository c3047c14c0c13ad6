/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.outcome.AssessmentIntake;
import org.recourse.cohort.outcome.RegistryCohort;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.learning.sample.Estimate;
import org.recourse.outcomes.monitoring.FollowUpMatching;
import org.recourse.outcomes.monitoring.MonitoredPeriod;
import org.recourse.outcomes.monitoring.ProspectiveMonitoring;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryAddress;
import org.recourse.outcomes.registry.RegistryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The outcome registry from the command line. */
@Command(
    name = "outcomes",
    mixinStandardHelpOptions = true,
    description = "The outcome registry: what models said of patients, and what came.",
    synopsisSubcommandLabel = "record|follow-up|monitor|export")
final class OutcomesCommand {

  private static final double DAYS_PER_MONTH = 30.4375;

  /** Returns the command with its parts. */
  static CommandLine line(Surroundings surroundings) {
    return new CommandLine(new OutcomesCommand())
        .addSubcommand(new RecordCommand(surroundings))
        .addSubcommand(new FollowUpCommand(surroundings))
        .addSubcommand(new MonitorCommand(surroundings))
        .addSubcommand(new ExportCommand(surroundings));
  }

  /** Reads a day. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no day; write it as 2026-05-31");
      }
    }
  }

  /** What all parts have: the registry. */
  abstract static class RegistryTask extends CommandTask {

    @Option(
        names = "--registry",
        required = true,
        paramLabel = "ADDRESS",
        description =
            "File of the embedded registry, or jdbc:postgresql://server/database?user=...")
    private String address;

    RegistryTask(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    final ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
      try {
        OutcomeRegistry registry =
            OutcomeRegistry.open(RegistryAddress.parse(address), surroundings().clock());
        return run(registry, executor, monitor);
      } catch (RegistryException | IllegalArgumentException e) {
        throw new RefusalException(e.getMessage(), e);
      }
    }

    abstract ExitCode run(
        OutcomeRegistry registry, SliceExecutor executor, IProgressMonitor monitor)
        throws RefusalException, RegistryException;
  }

  /** Keeps what the models say of a case. */
  @Command(
      name = "record",
      mixinStandardHelpOptions = true,
      description = "Keeps what the risk models say of a case.")
  static final class RecordCommand extends RegistryTask {

    @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
    private String input;

    @Option(names = "--centre", paramLabel = "TEXT", description = "Hospital or department.")
    private String centre = "";

    @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
    private Optional<String> json = Optional.empty();

    RecordCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ExitCode run(OutcomeRegistry registry, SliceExecutor executor, IProgressMonitor monitor)
        throws RefusalException, RegistryException {
      var result = new JsonResult("cohort", surroundings());
      PlanNumbers numbers =
          CaseNumbers.compute(
              input, surroundings().catalogue(), surroundings(), result, executor, monitor);
      Instant now = surroundings().clock().instant();
      AssessmentIntake intake =
          AssessmentIntake.of(
              numbers,
              registry,
              new AssessmentIntake.Circumstances("command-" + now, now, centre, Map.of()));
      var models = new JsonArray();
      for (Assessment assessment : intake.assessments()) {
        var model = new JsonObject();
        model.addProperty("modelId", assessment.model().id());
        model.addProperty("modelVersion", assessment.model().version());
        model.addProperty("outcome", assessment.outcome());
        model.addProperty("new", registry.record(assessment));
        models.add(model);
      }
      result.findings(intake.leftOut().stream().map(text -> Finding.info(text, "")).toList());
      result.add("models", models);
      if (json.isPresent()) {
        new ResultFile(json.get()).write(result.text(), surroundings().out());
      } else {
        surroundings().out().println(models.size() + " answers kept");
        surroundings().out().flush();
      }
      return ExitCode.DONE; // findings of the case are not errors of the record
    }
  }

  /** Keeps what was seen of a patient. */
  @Command(
      name = "follow-up",
      mixinStandardHelpOptions = true,
      description = "Keeps what was seen of a patient on a day.")
  static final class FollowUpCommand extends RegistryTask {

    /** Words for what was found. */
    enum Found {
      OCCURRED(FollowUp.Status.OCCURRED),
      FREE(FollowUp.Status.FREE),
      DIED(FollowUp.Status.DIED_WITHOUT);

      private final FollowUp.Status status;

      Found(FollowUp.Status status) {
        this.status = status;
      }
    }

    @Option(
        names = "--patient",
        required = true,
        paramLabel = "ID",
        description = "Patient ID as in the case; only a pseudonym is kept.")
    private String patient;

    @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "Outcome.")
    private String outcome;

    @Option(
        names = "--found",
        required = true,
        paramLabel = "WHAT",
        description = "${COMPLETION-CANDIDATES}")
    private Found found;

    @Option(
        names = "--on",
        required = true,
        converter = Day.class,
        paramLabel = "DATE",
        description = "Day of the event or the visit, as 2026-05-31.")
    private LocalDate day;

    @Option(names = "--source", paramLabel = "TEXT", description = "Such as endoscopy.")
    private String source = "";

    FollowUpCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ExitCode run(OutcomeRegistry registry, SliceExecutor executor, IProgressMonitor monitor)
        throws RegistryException {
      registry.record(FollowUp.of(registry.pseudonym(patient), outcome, found.status, day, source));
      return ExitCode.DONE;
    }
  }

  /** Calibration and discrimination over calendar time. */
  @Command(
      name = "monitor",
      mixinStandardHelpOptions = true,
      description = "Calibration and discrimination of a model over calendar time.")
  static final class MonitorCommand extends RegistryTask {

    @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "Outcome.")
    private String outcome;

    @Option(names = "--model", required = true, paramLabel = "ID", description = "Model.")
    private String model;

    @Option(
        names = "--horizon-months",
        defaultValue = "12",
        paramLabel = "N",
        description = "Months from the start of the treatment; default 12.")
    private int horizonMonths;

    @Option(
        names = "--period-months",
        defaultValue = "3",
        paramLabel = "N",
        description = "Length of a period: 1, 2, 3, 4, 6 or 12; default 3.")
    private int periodMonths;

    @Option(
        names = "--json",
        required = true,
        paramLabel = "F",
        description = "JSON result; - is standard output.")
    private String json;

    MonitorCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ExitCode run(OutcomeRegistry registry, SliceExecutor executor, IProgressMonitor monitor)
        throws RefusalException, RegistryException {
      FollowUpMatching matching =
          FollowUpMatching.of(
              registry.assessments(outcome, Optional.of(model)),
              registry.followUps(outcome),
              (int) Math.round(horizonMonths * DAYS_PER_MONTH));
      ProspectiveMonitoring monitoring =
          ProspectiveMonitoring.of(matching.followed(), periodMonths);
      var result = new JsonResult("cohort", surroundings());
      var object = new JsonObject();
      object.addProperty("modelId", model);
      object.addProperty("outcome", outcome);
      object.addProperty("horizonMonths", horizonMonths);
      object.addProperty("patientCount", matching.followed().size());
      object.addProperty("notYetKnownCount", matching.notYetKnown());
      object.addProperty("diedBeforeCount", matching.diedBefore());
      object.addProperty("statementAfterOutcomeCount", matching.madeAfterwards());
      object.addProperty("withoutProbabilityCount", monitoring.withoutProbability());
      var periods = new JsonArray();
      monitoring.periods().forEach(period -> periods.add(json(period)));
      object.add("periods", periods);
      var models = new JsonArray();
      models.add(object);
      result.add("models", models);
      new ResultFile(json).write(result.text(), surroundings().out());
      return ExitCode.DONE;
    }

    private static JsonObject json(MonitoredPeriod period) {
      var object = new JsonObject();
      object.addProperty("from", period.from().toString());
      object.addProperty("until", period.until().toString());
      object.addProperty("patientCount", period.patients());
      object.addProperty("eventCount", period.events());
      object.addProperty("expectedEventCount", period.expectedEvents());
      object.add(
          "limits95", limits(period.warning().lowerEvents(), period.warning().upperEvents()));
      object.add("limits998", limits(period.action().lowerEvents(), period.action().upperEvents()));
      object.addProperty("signal", period.signal().name());
      estimate(object, "auc", period.areaUnderCurve());
      estimate(object, "brier", period.brierScore());
      return object;
    }

    private static JsonArray limits(int lower, int upper) {
      var array = new JsonArray();
      array.add(lower);
      array.add(upper);
      return array;
    }

    /** What is not defined is absent. */
    private static void estimate(JsonObject object, String key, Estimate estimate) {
      if (estimate instanceof Estimate.Defined defined) {
        object.addProperty(key, defined.value());
        defined
            .interval()
            .ifPresent(
                interval -> {
                  var array = new JsonArray();
                  array.add(interval.lower());
                  array.add(interval.upper());
                  object.add(key + "Interval95", array);
                });
      }
    }
  }

  /** A dated cohort of what the registry knows. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes what the registry knows of an outcome as a cohort table.")
  static final class ExportCommand extends RegistryTask {

    @Option(names = "--outcome", required = true, paramLabel = "TEXT", description = "Outcome.")
    private String outcome;

    @Option(
        names = "--until",
        converter = Day.class,
        paramLabel = "DATE",
        description = "Last day that counts; default: today.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
        names = "--to",
        required = true,
        paramLabel = "DIR",
        description = "Folder; the file is cohort-DATE.csv.")
    private Path folder;

    ExportCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ExitCode run(OutcomeRegistry registry, SliceExecutor executor, IProgressMonitor monitor)
        throws RefusalException, RegistryException {
      LocalDate day = until.orElseGet(() -> LocalDate.now(surroundings().clock()));
      CohortTable table = RegistryCohort.of(registry, outcome, day);
      Path file = folder.resolve("cohort-" + day + ".csv");
      try {
        table.write(file);
      } catch (IOException e) {
        throw new RefusalException(file + " could not be written: " + e, e);
      }
      surroundings().out().println(file + ": " + table.size() + " patients");
      surroundings().out().flush();
      return ExitCode.DONE;
    }
  }
}
