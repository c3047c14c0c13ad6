/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks every model package: sizes, checksums, and the shapes of its networks. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks sizes and checksums of model packages and loads their networks.")
final class ModelsVerifyCommand extends CommandTask {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Packages, or folders of packages; default: those of this installation.")
  private List<Path> folders = List.of();

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  private final Engines engines;

  ModelsVerifyCommand(Surroundings surroundings, Engines engines) {
    super(surroundings);
    this.engines = engines;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    List<InstalledModel> models =
        new ModelLibrary(folders.isEmpty() ? ModelFolders.ofThisMachine().all() : folders)
            .models(progress.split(1));
    if (models.isEmpty() && !folders.isEmpty()) {
      throw new RefusalException("there is no model package in " + folders);
    }
    List<InstalledModel> verified = loaded(models, executor.threadCount(), progress.split(1));
    var result = new JsonResult("models", surroundings());
    result.findings(PackageRows.findings(verified));
    result.add("packages", PackageRows.json(verified, false));
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
    } else {
      verified.forEach(model -> surroundings().out().println(PackageRows.line(model)));
      surroundings().out().flush();
    }
    return ExitCode.of(result.findings());
  }

  /** Loads each sound package; a network that does not fit its description is refused then. */
  private List<InstalledModel> loaded(
      List<InstalledModel> models, int threadCount, IProgressMonitor monitor) {
    Optional<EngineCatalogue> catalogue = engines.catalogue();
    SubMonitor progress = SubMonitor.convert(monitor, "Loading networks", models.size());
    List<InstalledModel> verified = new ArrayList<>();
    for (InstalledModel model : models) {
      progress.checkCanceled();
      verified.add(
          switch (model) {
            case InstalledModel.Refused refused -> refused;
            case InstalledModel.Sound sound ->
                catalogue.isEmpty()
                    ? sound
                    : load(sound, catalogue.get(), threadCount, progress.split(1));
          });
    }
    return verified;
  }

  private static InstalledModel load(
      InstalledModel.Sound sound,
      EngineCatalogue catalogue,
      int threadCount,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try (LoadedModel model =
        catalogue.load(
            new ModelPackageReader().read(sound.folder(), progress.split(1)),
            EngineOptions.cpu(threadCount),
            progress.split(1))) {
      for (Finding finding : model.findings()) {
        progress.subTask(JsonResult.line(finding));
      }
      return sound;
    } catch (InferenceException | ModelPackageException e) {
      return new InstalledModel.Refused(sound.folder(), e.getMessage());
    }
  }
}
