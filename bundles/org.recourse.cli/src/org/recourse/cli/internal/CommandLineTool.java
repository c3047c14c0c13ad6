/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.cli.internal.planning.InstalledDoseEngines;
import org.recourse.planning.engine.DoseEngineCatalogue;
import picocli.CommandLine;

/** Parses arguments, runs a command and turns what went wrong into one line and an exit code. */
final class CommandLineTool {

  private final Surroundings surroundings;
  private final Engines engines;
  private final TrainingServices training;

  CommandLineTool(Surroundings surroundings) {
    this(surroundings, Engines.ofFramework());
  }

  CommandLineTool(Surroundings surroundings, Engines engines) {
    this(surroundings, engines, TrainingServices.ofFramework());
  }

  CommandLineTool(Surroundings surroundings, Engines engines, TrainingServices training) {
    this.surroundings = surroundings;
    this.engines = engines;
    this.training = training;
  }

  /** Runs a command and returns its exit code; never throws. */
  int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  private CommandLine commandLine() {
    var models = new CommandLine(new ModelsCommand());
    models.addSubcommand(new ModelsCommand.ListCommand(surroundings));
    models.addSubcommand(new ModelsVerifyCommand(surroundings, engines));
    models.addSubcommand(new ConvertResNet50Command(surroundings));
    models.addSubcommand(new TrainCommand(surroundings, training));
    models.addSubcommand(new TrainDemoCommand(surroundings, training));
    DoseEngineCatalogue doseEngines = InstalledDoseEngines.find();
    var plan = new CommandLine(new PlanCommand(surroundings, doseEngines));
    plan.addSubcommand(new PlanEnginesCommand(surroundings, doseEngines));
    plan.addSubcommand(new PlanMachineCommand(surroundings));
    var cohort = new CommandLine(new CohortCommand());
    cohort.addSubcommand(OutcomesCommand.line(surroundings));
    cohort.addSubcommand(new CohortSynthCommand(surroundings));
    cohort.addSubcommand(
        new CohortExtractCommand(surroundings, FeaturesCatalogue.installed(), training));
    cohort.addSubcommand(new CohortTrainCommand(surroundings, training));
    cohort.addSubcommand(new CohortEvaluateCommand(surroundings, training));
    var recourse = new CommandLine(new RecourseCommand());
    recourse.addSubcommand(new ImportCommand(surroundings));
    recourse.addSubcommand(new DvhCommand(surroundings));
    recourse.addSubcommand(new AccumulateCommand(surroundings));
    recourse.addSubcommand(new RegisterCommand(surroundings));
    recourse.addSubcommand(new GammaCommand(surroundings));
    recourse.addSubcommand(new AssessCommand(surroundings, Reports.installed(), Reports.checks()));
    recourse.addSubcommand(new FeaturesCommand(surroundings, FeaturesCatalogue.installed()));
    recourse.addSubcommand(plan);
    recourse.addSubcommand(new TuneCommand(surroundings, doseEngines));
    recourse.addSubcommand(new ReplayCommand(surroundings));
    recourse.addSubcommand(cohort);
    recourse.addSubcommand(models);
    recourse.addSubcommand(new ServeCommand(surroundings, engines));
    recourse.addSubcommand(new BenchCommand(surroundings, engines, training));
    recourse.setOut(surroundings.out());
    recourse.setErr(surroundings.err());
    recourse.getCommandSpec().versionProvider(() -> new String[] {surroundings.software()});
    recourse.setParameterExceptionHandler((e, args) -> refused(e.getMessage()));
    recourse.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    return recourse;
  }

  private int failed(Exception e) {
    return switch (e) {
      case RefusalException refusal -> refused(refusal.getMessage());
      case OperationCanceledException cancelled -> ExitCode.CANCELLED.code();
      default -> refused("a defect of the program, please report it: " + trace(e));
    };
  }

  /** Where it happened, in one line. */
  private static String trace(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? e.toString() : e + " at " + trace[0];
  }

  private int refused(String line) {
    surroundings.err().println("recourse: " + line.replaceAll("\\R", " "));
    surroundings.err().flush();
    return ExitCode.REFUSED.code();
  }
}
