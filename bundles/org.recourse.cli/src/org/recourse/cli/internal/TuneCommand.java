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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.influence.InfluenceCache;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskParameterValues;
import org.recourse.tuning.accept.BeamDoseWriting;
import org.recourse.tuning.accept.ProposalAcceptance;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.PlanEvaluation;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.ProposalKind;
import org.recourse.tuning.proposal.ProposalSearch;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.SearchSettings;
import org.recourse.tuning.replan.Replanning;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dose-tuning proposals for a case. */
@CommandLine.Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = {
      "Dose-tuning proposals: deliverable changes of the plan that lower a risk.",
      "Each comes with its checks. Nothing is changed; with --to the best acceptable one is made"
          + " in",
      "a copy of the case."
    })
final class TuneCommand extends CommandTask {

  private static final String PTV = "ptv";
  private static final String GTV = "gtv";
  private static final String MINIMUM = "minimum";
  private static final int FIRST_REVISION = 1;
  private static final long CACHE_BYTES = 4L << 30;

  private final DoseEngineCatalogue engines;

  @Parameters(index = "0", paramLabel = "CASE", description = "Case folder or 'bundled'.")
  private String input;

  @Option(
      names = "--target-risk",
      paramLabel = "P",
      description = "Number that is low enough, 0 to 1; default: as low as the checks allow.")
  private Optional<Double> targetRisk = Optional.empty();

  @Option(
      names = "--keep-coverage",
      split = ",",
      paramLabel = "TARGET=PERCENT",
      description = {
        "Least coverage in percent of the prescription: ptv (D95), gtv (D98), minimum (coldest",
        "0.03 cm3 of the GTV); default: ptv=95,gtv=95,minimum=90."
      })
  private Map<String, Double> keepCoverage = Map.of();

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Model whose number is to fall; default: each that the plan can change.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "CASE2",
      description = "New case folder with the best acceptable proposal made.")
  private Optional<Path> target = Optional.empty();

  TuneCommand(Surroundings surroundings, DoseEngineCatalogue engines) {
    super(surroundings);
    this.engines = engines;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    SearchSettings settings = settings();
    var result = new JsonResult("tune", surroundings());
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(20))) {
      CaseInputs.add(result, opened, Optional.empty());
      OpenCase openCase = opened.openCase();
      progress.setTaskName("Searching for proposals");
      var models =
          new CaseModels(
              openCase.voxels(),
              surroundings().catalogue(),
              surroundings().protocols(),
              RiskParameterValues.DEFAULTS,
              executor);
      Proposals proposals = search(openCase, models, settings, progress.split(75));
      new ProposalsJson(result).add(proposals);
      if (target.isPresent()) {
        accept(openCase.folder(), proposals, result, executor, progress.split(5));
      }
    }
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    }
    return ExitCode.of(result.findings());
  }

  private Proposals search(
      OpenCase openCase, CaseModels models, SearchSettings settings, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Searching for proposals", 100);
    var evaluation = new PlanEvaluation(models);
    var snapshot = PlanSnapshot.of(openCase.patientCase(), FIRST_REVISION);
    var cache =
        new InfluenceCache(
            surroundings().cacheFolder().resolve("influence"), CACHE_BYTES, surroundings().clock());
    var replanning = new Replanning(evaluation, new BeamInfluences(engines, Optional.of(cache)));
    return new ProposalSearch(evaluation)
        .search(
            evaluation.numbers(snapshot, progress.split(5)),
            settings,
            replanning.sources(
                PlannedBeams.ofAssessedPlan(openCase.patientCase(), snapshot, openCase.folder())),
            ProposalSearch.Listener.NONE,
            progress.split(95));
  }

  private SearchSettings settings() throws RefusalException {
    CheckLimits standard = CheckLimits.STANDARD;
    for (String key : keepCoverage.keySet()) {
      if (!List.of(PTV, GTV, MINIMUM).contains(key)) {
        throw new RefusalException("--keep-coverage: " + key + " is not ptv, gtv or minimum.");
      }
    }
    List<String> installed =
        surroundings().catalogue().models().stream().map(RiskModelEntry::id).toList();
    if (model.isPresent() && !installed.contains(model.get())) {
      throw new RefusalException(
          "--model: there is no model " + model.get() + "; installed are " + installed);
    }
    try {
      return new SearchSettings(
          standard.withCoverage(
              keepCoverage.getOrDefault(PTV, standard.ptvD95Percent()),
              keepCoverage.getOrDefault(GTV, standard.gtvD98Percent()),
              keepCoverage.getOrDefault(MINIMUM, standard.gtvMinimumPercent())),
          EnumSet.allOf(ProposalKind.class),
          model,
          targetRisk.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    } catch (IllegalArgumentException e) { // typed by a user
      throw new RefusalException("--keep-coverage or --target-risk: " + e.getMessage() + ".", e);
    }
  }

  private void accept(
      Path folder,
      Proposals proposals,
      JsonResult result,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws RefusalException {
    Optional<Proposal> best = proposals.acceptable().stream().findFirst();
    if (best.isEmpty()) {
      result.findings(
          List.of(
              Finding.error(
                  "No proposal passed every check, so no case was written.",
                  target.get().toString())));
      return;
    }
    Path place = target.get().toAbsolutePath().normalize();
    if (Files.exists(place)) {
      throw new RefusalException(place + " exists; name a new folder with --to.");
    }
    Path building =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      copy(folder, building);
      OpenCase copy = OpenCase.load(building, new CaseStore(), executor);
      EditingDomain domain = CaseEditing.newDomain(copy.patientCase());
      domain.getCommandStack().execute(command(copy, domain, best.get(), monitor));
      new CaseStore().save(copy.patientCase(), building);
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
      result.add("accepted", new JsonPrimitive(best.get().id()));
    } catch (CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException | DicomWriteException | DicomReadException e) {
      throw new RefusalException(place + " cannot be written: " + e, e);
    } finally {
      CaseFolder.delete(building);
    }
  }

  private Command command(
      OpenCase copy, EditingDomain domain, Proposal best, IProgressMonitor monitor)
      throws RefusalException, DicomWriteException, DicomReadException, IOException {
    var acceptance = new ProposalAcceptance(copy, domain);
    ProposalAcceptance.Readiness readiness = acceptance.prepare(best, FIRST_REVISION);
    if (readiness instanceof ProposalAcceptance.Readiness.ToWrite(BeamDoseWriting writing)) {
      LocalDate today = LocalDate.now(surroundings().clock());
      readiness = acceptance.prepared(best, writing.write(today, monitor), FIRST_REVISION);
    }
    return switch (readiness) {
      case ProposalAcceptance.Readiness.Ready(Command command) -> command;
      case ProposalAcceptance.Readiness.Refused(String sentence) ->
          throw new RefusalException(sentence);
      case ProposalAcceptance.Readiness.ToWrite again ->
          throw new IllegalStateException("doses were written already");
    };
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
}
