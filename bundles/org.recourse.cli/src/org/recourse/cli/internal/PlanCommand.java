/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.BeamDoseGrids;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.planning.PlanIntoCase;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.cli.internal.planning.BeamChoice;
import org.recourse.cli.internal.planning.PlanReport;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.engine.PencilBeams;
import org.recourse.planning.influence.InfluenceCache;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.planning.plan.BeamWeighting;
import org.recourse.planning.plan.PlanListener;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.plan.PlanningException;
import org.recourse.planning.wishes.PlanWishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dose calculation and optimisation. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Dose calculation and optimisation.",
      "The new plan takes the place of the plans of the planned course in a copy of the case.",
      "With --beams imported the weights of its beams are optimised, without a dose engine."
    })
final class PlanCommand extends CommandTask {

  private static final String IMPORTED = "imported";
  private static final double CONSTRAINT_GY = 0.05;
  private static final int PAIRS = 8;
  private static final long CACHE_BYTES = 4L << 30;

  private final DoseEngineCatalogue engines;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CASE",
      description = "Case folder or 'bundled'.")
  private Optional<String> input = Optional.empty();

  @Option(
      names = "--beams",
      paramLabel = "BEAMS",
      description = {
        "A number of equally spaced beams (9), angles as gantry/table/collimator (0,40,80/0/90),",
        "an arc approximated by fields (arc:START:STOP:STEP),",
        "or 'imported': the beams of the plan, whose doses are weighted."
      })
  private Optional<String> beams = Optional.empty();

  @Option(
      names = "--objectives",
      paramLabel = "F",
      description = "Objectives and constraints, JSON (recourse/objectives/1).")
  private Optional<Path> objectives = Optional.empty();

  @Option(names = "--to", paramLabel = "CASE2", description = "New case folder.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--machine",
      paramLabel = "F",
      description = "Machine, JSON (recourse/photon-machine/1); default: generic 6 MV.")
  private Optional<Path> machine = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "ID",
      description = "Dose engine, see 'plan engines'; default: ${DEFAULT-VALUE}.")
  private String engine = PencilBeams.ID;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(names = "--spacing-mm", description = "Dose grid; default: ${DEFAULT-VALUE}.")
  private double spacingMm = 4;

  @Option(names = "--beamlet-mm", description = "Beamlet side; default: ${DEFAULT-VALUE}.")
  private double beamletMm = 5;

  @Option(names = "--levels", description = "Steps of fluence; default: ${DEFAULT-VALUE}.")
  private int levels = 20;

  @Option(names = "--iterations", description = "At most; default: ${DEFAULT-VALUE}.")
  private int iterations = 300;

  PlanCommand(Surroundings surroundings, DoseEngineCatalogue engines) {
    super(surroundings);
    this.engines = engines;
  }

  /** The copy of the case that is planned on, and what is wished. */
  private record Planning(
      OpenCase copy, Course course, Plan before, PlanWishes wishes, JsonResult result) {

    StructureSet set() {
      return before.getStructureSet();
    }
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    String name = required(input, "the CASE");
    String wanted = required(beams, "--beams");
    Path wishesFile = required(objectives, "--objectives");
    Path place = required(target, "--to").toAbsolutePath().normalize();
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + name, 100);
    var result = new JsonResult("plan", surroundings());
    Path building =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    if (Files.exists(place)) {
      throw new RefusalException(place + " exists; name a new folder with --to.");
    }
    try (CaseFolder opened = CaseFolder.open(name, surroundings(), executor, progress.split(5))) {
      PlanWishes wishes = PlanWishes.read(text(wishesFile));
      result.inputFile(wishesFile);
      CaseFolder.copy(opened.openCase().folder(), building);
      OpenCase copy = OpenCase.load(building, new CaseStore(), executor);
      Course course = plannedCourse(copy);
      var planning = new Planning(copy, course, course.getPlans().getFirst(), wishes, result);
      if (wanted.equals(IMPORTED)) {
        weigh(planning, executor, progress.split(90));
      } else {
        plan(planning, wanted, executor, progress.split(90));
      }
      new CaseStore().save(copy.patientCase(), building);
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (DicomReadException
        | PlanningException
        | DicomWriteException
        | CaseStoreException
        | PlanningFileException
        | IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException(place + " cannot be written: " + e, e);
    } finally {
      CaseFolder.delete(building);
    }
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    }
    return ExitCode.of(result.findings());
  }

  /** Computes and optimises fluence. */
  private void plan(Planning planning, String wanted, SliceExecutor executor, SubMonitor progress)
      throws DicomReadException,
          DicomWriteException,
          PlanningException,
          PlanningFileException,
          RefusalException,
          IOException {
    progress.setWorkRemaining(100);
    PlanningSource source = PlanningSource.of(planning.copy().patientCase(), planning.set());
    PlanSetup setup = setup(planning, source);
    BeamInfluences influences = new BeamInfluences(engines, Optional.of(cache()));
    PlanWishes wishes = planning.wishes();
    List<BeamAngles> angles = BeamChoice.of(wanted);
    PlanningSession session =
        PlanningSession.open(
            source, planning.copy().voxels(), spacingMm, influences, executor, progress.split(10));
    PlanTask task = session.task(wishes, progress.split(10));
    progress.setTaskName("Dose influence");
    AimedBeams aimed =
        session.aim(
            setup,
            BeamAim.all(angles, session.centreMm(wishes.targets())),
            wishes.targets(),
            progress.split(25));
    progress.setTaskName("Optimising");
    PlanOutcome outcome =
        session.optimise(
            aimed,
            task,
            optimisation(),
            levels,
            Optional.empty(),
            PlanListener.NONE,
            progress.split(40));
    progress.setTaskName("Writing the plan");
    Structure highest = structure(planning.set(), wishes.targets().getFirst());
    var prescribed = new PlanIntoCase.Prescribed(highest, task.targetGy(), wishes.fractionCount());
    Plan plan =
        new PlanIntoCase(
                planning.copy().folder(),
                planning.copy().patientCase(),
                planning.set(),
                PlanIntoCase.LABEL)
            .write(outcome, prescribed, LocalDate.now(surroundings().clock()), progress.split(10));
    planning.course().getPlans().clear();
    planning.course().getPlans().add(plan);
    report(planning.result(), outcome, aimed);
    report(planning.result(), session, outcome.dose(), executor, progress.split(5));
    planning.result().findings(influences.findings());
  }

  /** Optimises the weights of the beams of the plan. */
  private void weigh(Planning planning, SliceExecutor executor, SubMonitor progress)
      throws DicomReadException, PlanningException, PlanningFileException {
    progress.setWorkRemaining(100);
    OpenCase copy = planning.copy();
    PlanningSource source = PlanningSource.of(copy.patientCase(), planning.set());
    PlanSnapshot snapshot = PlanSnapshot.of(copy.patientCase(), planning.before(), 1);
    PlanState before =
        snapshot
            .assessed()
            .map(at -> snapshot.courses().get(at.course()).plans().get(at.plan()))
            .orElseThrow();
    switch (new BeamDoseGrids(copy.voxels(), executor).of(before, progress.split(20))) {
      case BeamDoseGrids.Result.Unknown(String reason) -> throw new PlanningException(reason);
      case BeamDoseGrids.Result.Known known -> {
        PlanningSession session =
            PlanningSession.on(
                known.doses().getFirst().geometry(),
                source,
                copy.voxels(),
                new BeamInfluences(engines),
                executor,
                progress.split(20));
        PlanTask task = session.task(planning.wishes(), progress.split(10));
        double[] start = known.beams().stream().mapToDouble(BeamState::weight).toArray();
        BeamWeighting.Outcome outcome =
            session.weigh(
                known.doses(), task, optimisation(), start, PlanListener.NONE, progress.split(40));
        Map<Integer, Double> weights = new HashMap<>();
        for (int b = 0; b < start.length; b++) {
          weights.put(known.beams().get(b).number(), outcome.weights()[b]);
        }
        EditingDomain domain = CaseEditing.newDomain(copy.patientCase());
        domain.getCommandStack().execute(PlanIntoCase.weights(domain, planning.before(), weights));
        report(planning.result(), outcome, known.beams());
        planning.result().findings(known.findings());
        report(planning.result(), session, outcome.dose(), executor, progress.split(10));
      }
    }
  }

  private PlanSetup setup(Planning planning, PlanningSource source)
      throws RefusalException, PlanningFileException, DicomReadException {
    PlanSetup setup =
        PlanSetup.standard()
            .withEngine(engine)
            .withBeamletMm(beamletMm)
            .withPosition(source.position(planning.copy().folder()));
    return machine.isPresent() ? setup.withMachine(MachineFile.read(text(machine.get()))) : setup;
  }

  private PlanOptimisation optimisation() {
    return new PlanOptimisation(new ProjectedNewton(iterations, 1e-4, PAIRS), CONSTRAINT_GY, 12);
  }

  private InfluenceCache cache() {
    return new InfluenceCache(
        surroundings().cacheFolder().resolve("influence"), CACHE_BYTES, surroundings().clock());
  }

  private static <V> V required(Optional<V> value, String what) throws RefusalException {
    return value.orElseThrow(
        () -> new RefusalException(what + " is missing; see 'recourse plan --help'."));
  }

  private static String text(Path file) throws RefusalException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RefusalException(file + " cannot be read: " + e, e);
    }
  }

  private static Course plannedCourse(OpenCase opened) throws RefusalException {
    List<Course> planned =
        opened.patientCase().getCourses().stream()
            .filter(course -> course.getKind() == CourseKind.PLANNED)
            .filter(course -> !course.getPlans().isEmpty())
            .filter(course -> course.getPlans().getFirst().getStructureSet() != null)
            .toList();
    if (planned.isEmpty()) {
      throw new RefusalException(
          "the case has no planned course with a plan on a structure set; import one first.");
    }
    return planned.getLast();
  }

  private static Structure structure(StructureSet set, String name) throws RefusalException {
    return set.getStructures().stream()
        .filter(structure -> name.equals(structure.getName()))
        .findFirst()
        .orElseThrow(() -> new RefusalException("there is no structure " + name + "."));
  }

  private static void report(JsonResult result, PlanOutcome outcome, AimedBeams aimed) {
    result.add("iterations", PlanReport.iterations(outcome.path()));
    result.add("end", new JsonPrimitive(outcome.end().name()));
    result.add("engineId", new JsonPrimitive(aimed.engine().id()));
    result.add("engineVersion", new JsonPrimitive(aimed.engine().version()));
    result.add("machineId", new JsonPrimitive(aimed.setup().machine().id()));
    result.add("objective", new JsonPrimitive(outcome.objective()));
    result.add("objectiveSequenced", new JsonPrimitive(outcome.sequencedObjective()));
    result.add("objectiveDelivered", new JsonPrimitive(outcome.deliveredObjective()));
    result.add("sequencingLossPercent", new JsonPrimitive(outcome.sequencingLossPercent()));
    if (aimed.influence() instanceof InfluenceMatrix matrix) {
      result.add("nonZeros", new JsonPrimitive(matrix.nonZeroCount()));
    }
    excess(result, outcome.excessesGy(), " after sequencing");
    result.add("beams", PlanReport.beams(outcome));
  }

  private static void report(
      JsonResult result, BeamWeighting.Outcome outcome, List<BeamState> beams) {
    result.add("iterations", PlanReport.iterations(outcome.path()));
    result.add("end", new JsonPrimitive(outcome.end().name()));
    result.add("objectiveBefore", new JsonPrimitive(outcome.objectiveBefore()));
    result.add("objective", new JsonPrimitive(outcome.objective()));
    excess(result, outcome.excessesGy(), "");
    result.add("beams", PlanReport.weights(beams, outcome.weights()));
  }

  private static void excess(JsonResult result, double[] excessesGy, String when) {
    double worst = Arrays.stream(excessesGy).max().orElse(0);
    result.add("greatestExcessGy", new JsonPrimitive(worst));
    if (worst > CONSTRAINT_GY) {
      result.findings(
          List.of(
              Finding.warning(
                  "A constraint is exceeded by %.2f Gy%s.".formatted(worst, when), "constraints")));
    }
  }

  private static void report(
      JsonResult result,
      PlanningSession session,
      DoseGrid dose,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    result.add("structures", PlanReport.structures(session.contours(), dose, executor, monitor));
    result.findings(session.findings());
  }
}
