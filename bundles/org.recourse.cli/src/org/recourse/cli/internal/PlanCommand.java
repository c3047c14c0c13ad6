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
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.planning.PlanIntoCase;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.cli.internal.planning.BeamChoice;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.BeamInfluences;
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
      "The new plan takes the place of the plans of the planned course in a copy of the case."
    })
final class PlanCommand extends CommandTask {

  private static final String LABEL = "ReCourse";
  private static final double CONSTRAINT_GY = 0.05;
  private static final int PAIRS = 8;

  @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
  private String input;

  @Option(
      names = "--beams",
      required = true,
      paramLabel = "BEAMS",
      description = {
        "A number of equally spaced beams (9), angles as gantry/table/collimator (0,40,80/0/90),",
        "or an arc approximated by fields (arc:START:STOP:STEP)."
      })
  private String beams;

  @Option(
      names = "--objectives",
      required = true,
      paramLabel = "F",
      description = "Objectives and constraints, JSON (recourse/objectives/1).")
  private Path objectives;

  @Option(names = "--to", required = true, paramLabel = "CASE2", description = "New case folder.")
  private Path target;

  @Option(
      names = "--machine",
      paramLabel = "F",
      description = "Machine, JSON (recourse/photon-machine/1); default: generic 6 MV.")
  private Optional<Path> machine = Optional.empty();

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

  PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    var result = new JsonResult("plan", surroundings());
    Path place = target.toAbsolutePath().normalize();
    Path building =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    if (Files.exists(place)) {
      throw new RefusalException(place + " exists; name a new folder with --to.");
    }
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(5))) {
      List<BeamAngles> angles = BeamChoice.of(beams);
      PlanWishes wishes = PlanWishes.read(text(objectives));
      PhotonMachine used =
          machine.isPresent() ? MachineFile.read(text(machine.get())) : MachineFile.generic6Mv();
      result.inputFile(objectives);
      copy(opened.openCase().folder(), building);
      OpenCase copy = OpenCase.load(building, new CaseStore(), executor);
      Course course = plannedCourse(copy);
      StructureSet set = course.getPlans().getFirst().getStructureSet();
      PlanningSession session =
          PlanningSession.open(
              PlanningSource.of(copy.patientCase(), set),
              copy.voxels(),
              spacingMm,
              new BeamInfluences(ContributedDoseEngines.standard()),
              executor,
              progress.split(10));
      PlanTask task = session.task(wishes, progress.split(10));
      progress.setTaskName("Dose influence");
      PlanSetup setup = PlanSetup.standard().withMachine(used).withBeamletMm(beamletMm);
      AimedBeams aimed =
          session.aim(
              setup,
              BeamAim.all(angles, session.centreMm(wishes.targets())),
              wishes.targets(),
              progress.split(20));
      progress.setTaskName("Optimising");
      PlanOutcome outcome =
          session.optimise(
              aimed,
              task,
              new PlanOptimisation(new ProjectedNewton(iterations, 1e-4, PAIRS), CONSTRAINT_GY, 12),
              levels,
              Optional.empty(),
              PlanListener.NONE,
              progress.split(45));
      progress.setTaskName("Writing " + place);
      Structure highest = structure(set, wishes.targets().getFirst());
      var prescribed =
          new PlanIntoCase.Prescribed(highest, task.targetGy(), wishes.fractionCount());
      Plan plan =
          new PlanIntoCase(building, copy.patientCase(), set, PlanIntoCase.LABEL)
              .write(
                  outcome, prescribed, LocalDate.now(surroundings().clock()), progress.split(10));
      course.getPlans().clear();
      course.getPlans().add(plan);
      new CaseStore().save(copy.patientCase(), building);
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
      report(result, outcome, nonZeros(aimed), session.contours(), executor, progress.split(5));
      result.findings(session.findings());
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

  private static long nonZeros(AimedBeams aimed) {
    return aimed.influence() instanceof InfluenceMatrix matrix ? matrix.nonZeroCount() : 0;
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

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  private void report(
      JsonResult result,
      PlanOutcome outcome,
      long nonZeros,
      Map<String, ContourSet> contoursByName,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var iterationsJson = new JsonArray();
    for (double value : outcome.path()) {
      var one = new JsonObject();
      one.addProperty("iteration", iterationsJson.size() + 1);
      one.addProperty("objective", value);
      iterationsJson.add(one);
    }
    result.add("iterations", iterationsJson);
    result.add("end", new JsonPrimitive(outcome.end().name()));
    result.add("objective", new JsonPrimitive(outcome.objective()));
    result.add("objectiveDelivered", new JsonPrimitive(outcome.deliveredObjective()));
    result.add("nonZeros", new JsonPrimitive(nonZeros));
    double worst = Arrays.stream(outcome.excessesGy()).max().orElse(0);
    result.add("greatestExcessGy", new JsonPrimitive(worst));
    if (worst > CONSTRAINT_GY) {
      result.findings(
          List.of(
              Finding.warning(
                  "A constraint is exceeded by %.2f Gy after sequencing.".formatted(worst),
                  "constraints")));
    }
    var beamsJson = new JsonArray();
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      var one = new JsonObject();
      one.addProperty("number", beam.number());
      one.addProperty("gantryDeg", beam.aim().angles().gantryDeg());
      one.addProperty("patientSupportDeg", beam.aim().angles().patientSupportDeg());
      one.addProperty("collimatorDeg", beam.aim().angles().collimatorDeg());
      one.addProperty("segments", beam.segments().size());
      one.addProperty("monitorUnits", beam.monitorUnits());
      beamsJson.add(one);
    }
    result.add("beams", beamsJson);
    var structures = new JsonArray();
    contoursByName.forEach(
        (name, contours) ->
            dvh(contours, outcome, executor, monitor)
                .ifPresent(dvh -> structures.add(structureJson(name, dvh))));
    result.add("structures", structures);
  }

  private static Optional<Dvh> dvh(
      ContourSet contours, PlanOutcome outcome, SliceExecutor executor, IProgressMonitor monitor) {
    return contours.isEmpty()
        ? Optional.empty()
        : StructureSampling.of(contours, outcome.dose().geometry(), executor, monitor)
            .dvh(outcome.dose());
  }

  private static JsonObject structureJson(String name, Dvh dvh) {
    var one = new JsonObject();
    one.addProperty("name", name);
    one.addProperty("volumeCm3", dvh.volumeCm3());
    one.addProperty("dMeanGy", dvh.meanGy());
    one.addProperty("dMaxGy", dvh.maxGy());
    one.addProperty("d95Gy", dvh.doseAtVolumePercentGy(95));
    one.addProperty("d50Gy", dvh.doseAtVolumePercentGy(50));
    one.addProperty("d2Gy", dvh.doseAtVolumePercentGy(2));
    return one;
  }
}
