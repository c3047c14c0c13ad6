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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What risk models and model packages are installed. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Installed risk models and model packages.",
    synopsisSubcommandLabel = "list|verify|convert-resnet50|train|train-demo")
final class ModelsCommand {

  /** Lists the models. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the installed risk models and model packages.")
  static final class ListCommand extends CommandTask {

    @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
    private Optional<String> json = Optional.empty();

    ListCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
      var result = new JsonResult("models", surroundings());
      result.findings(surroundings().catalogue().findings());
      var models = new JsonArray();
      for (RiskModelEntry entry : surroundings().catalogue().models()) {
        Optional<RiskModelDescription> description =
            surroundings().catalogue().description(entry.id());
        models.add(json(entry, description));
        if (json.isEmpty()) {
          surroundings().out().println(line(entry, description));
        }
      }
      List<InstalledModel> packages =
          new ModelLibrary(ModelFolders.ofThisMachine().all()).models(monitor);
      if (json.isEmpty()) {
        packages.forEach(model -> surroundings().out().println(PackageRows.line(model)));
      }
      surroundings().out().flush();
      result.add("models", models);
      result.add("packages", PackageRows.json(packages, true));
      result.findings(PackageRows.findings(packages));
      if (json.isPresent()) {
        new ResultFile(json.get()).write(result.text(), surroundings().out());
      }
      return ExitCode.of(result.findings());
    }

    private static String line(RiskModelEntry entry, Optional<RiskModelDescription> description) {
      return String.join(
          "\t",
          entry.id(),
          description.map(RiskModelDescription::version).orElse("not available"),
          entry.title(),
          entry.contributor());
    }

    private static JsonObject json(
        RiskModelEntry entry, Optional<RiskModelDescription> description) {
      var object = new JsonObject();
      object.addProperty("modelId", entry.id());
      object.addProperty("title", entry.title());
      object.addProperty("contributor", entry.contributor());
      description.ifPresent(
          model -> {
            object.addProperty("modelVersion", model.version());
            object.addProperty("outcome", model.outcome());
            object.addProperty("planDependent", model.planDependent());
            object.addProperty("calibrated", model.calibrated());
            object.addProperty("trainedOn", model.trainedOn());
            object.addProperty("formula", model.formula());
            var literature = new JsonArray();
            model
                .literature()
                .forEach(
                    source -> {
                      var item = new JsonObject();
                      item.addProperty("citation", source.citation());
                      JsonResult.optional(item, "locator", source.locator());
                      item.addProperty("evidence", source.evidence().tag());
                      literature.add(item);
                    });
            object.add("literature", literature);
          });
      return object;
    }
  }
}
