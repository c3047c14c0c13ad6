/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.server.InferenceServer;
import org.recourse.inference.remote.server.ServerException;
import org.recourse.inference.remote.server.ServerKeyStore;
import org.recourse.inference.remote.server.ServerSettings;
import org.recourse.inference.selftest.KnownNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The trained models of this installation as a server, until it is interrupted; beside them the
 * network of the self-test, so that clients can test the way.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves trained models through the Open Inference Protocol until it is interrupted.",
      "Without further options only this machine can reach it. Nothing it is sent is kept."
    })
final class ServeCommand extends CommandTask {

  private static final int STANDARD_PORT = 8000;
  private static final long CHECK_MS = 200;
  private static final String NAME = "ReCourse";

  /** The HTTP library asks for a log that the product does not have; it need not say so. */
  private static final String LOG_VERBOSITY = "slf4j.internal.verbosity";

  private static final int MIB = 1 << 20;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + STANDARD_PORT,
      description = "Port; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = ServerSettings.LOOPBACK,
      description = {
        "Address to listen on; 0.0.0.0 is every network. Default: ${DEFAULT-VALUE}.",
        "Others than this machine need --token-file, and should get --key-store."
      })
  private String host;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "ID|DIR",
      description = "Ids of installed packages, or folders of packages; default: all installed.")
  private List<String> models = List.of();

  @Option(
      names = "--token-file",
      paramLabel = "F",
      description = "File with the token that clients must send.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--key-store",
      paramLabel = "F",
      description = "PKCS #12 file with key and certificate; turns on TLS.")
  private Optional<Path> keyStore = Optional.empty();

  @Option(
      names = "--key-store-password-file",
      paramLabel = "F",
      description = "File with the password of the key store.")
  private Optional<Path> keyStorePasswordFile = Optional.empty();

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "16",
      description = "Requests that may wait; more are sent away. Default: ${DEFAULT-VALUE}.")
  private int waitingCount;

  @Option(
      names = "--body-mib",
      paramLabel = "N",
      defaultValue = "64",
      description = "Largest request in MiB. Default: ${DEFAULT-VALUE}.")
  private int bodyMiB;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of a network on the processor; default: all cores.")
  private Optional<Integer> threads = Optional.empty();

  private final Engines engines;

  ServeCommand(Surroundings surroundings, Engines engines) {
    super(surroundings);
    this.engines = engines;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    ServerSettings settings = settings();
    EngineCatalogue catalogue =
        engines
            .catalogue()
            .orElseThrow(() -> new RefusalException("this installation has no inference engine"));
    List<InstalledModel.Sound> chosen = chosen(monitor);
    List<LoadedModel> loaded = new ArrayList<>();
    try {
      EngineOptions options = EngineOptions.fastest(threads.orElse(executor.threadCount()));
      for (InstalledModel.Sound model : chosen) {
        monitor.subTask("reading " + model.folder());
        ModelPackage modelPackage = new ModelPackageReader().read(model.folder(), null);
        loaded.add(load(modelPackage, catalogue, options, monitor));
      }
      loaded.add(load(KnownNetwork.modelPackage(), catalogue, options, monitor));
      serve(settings, loaded, monitor);
      return ExitCode.CANCELLED;
    } catch (InferenceException | ModelPackageException | ServerException | IOException e) {
      throw new RefusalException(e.getMessage(), e);
    } finally {
      loaded.forEach(LoadedModel::close);
    }
  }

  private void serve(ServerSettings settings, List<LoadedModel> loaded, IProgressMonitor monitor)
      throws ServerException {
    System.setProperty(LOG_VERBOSITY, "ERROR");
    try (InferenceServer server = InferenceServer.start(settings, loaded)) {
      monitor.subTask("listening on " + server.address() + ", stop with Ctrl+C");
      while (!monitor.isCanceled()) {
        TimeUnit.MILLISECONDS.sleep(CHECK_MS);
      }
      monitor.subTask("stopping");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    monitor.subTask("stopped");
  }

  private ServerSettings settings() throws RefusalException {
    try {
      ServerSettings settings =
          ServerSettings.loopback(port, surroundings().software().replace(NAME, "").strip())
              .bounded(waitingCount, Math.multiplyExact(bodyMiB, MIB));
      Optional<BearerToken> token = Optional.empty();
      if (tokenFile.isPresent()) {
        token = Optional.of(new BearerToken(secret(tokenFile.get())));
      }
      settings = settings.listening(host, token);
      if (keyStore.isPresent() != keyStorePasswordFile.isPresent()) {
        throw new RefusalException(
            "--key-store and --key-store-password-file are given together or not at all");
      }
      return keyStore.isPresent()
          ? settings.encrypted(
              new ServerKeyStore(keyStore.get(), secret(keyStorePasswordFile.get())))
          : settings;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static String secret(Path file) throws RefusalException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new RefusalException("the file " + file + " cannot be read", e);
    }
  }

  /**
   * A package that is asked for and refused stops the command; of all installed, it is left out.
   */
  private List<InstalledModel.Sound> chosen(IProgressMonitor monitor) throws RefusalException {
    List<InstalledModel.Sound> chosen = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (String model : models) {
      if (Files.isDirectory(Path.of(model))) {
        folders.add(Path.of(model));
      } else {
        ids.add(model);
      }
    }
    for (InstalledModel model : new ModelLibrary(folders).models(monitor)) {
      chosen.add(sound(model));
    }
    if (models.isEmpty() || !ids.isEmpty()) {
      var installed = new ModelLibrary(ModelFolders.ofThisMachine().all());
      chosen.addAll(ofInstallation(installed.models(monitor), ids, monitor));
    }
    if (chosen.isEmpty()) {
      throw new RefusalException(
          "there is no model package to serve; they lie in " + ModelFolders.ofThisMachine().all());
    }
    return chosen;
  }

  private static List<InstalledModel.Sound> ofInstallation(
      List<InstalledModel> installed, List<String> ids, IProgressMonitor monitor)
      throws RefusalException {
    List<InstalledModel.Sound> found = new ArrayList<>();
    for (InstalledModel model : installed) {
      switch (model) {
        case InstalledModel.Sound sound -> found.add(sound);
        case InstalledModel.Refused refused -> monitor.subTask(refused.sentence());
      }
    }
    if (ids.isEmpty()) {
      return found;
    }
    List<InstalledModel.Sound> chosen = new ArrayList<>();
    for (String id : ids) {
      chosen.add(
          found.stream()
              .filter(model -> model.description().identity().id().equals(id))
              .findFirst()
              .orElseThrow(() -> new RefusalException("there is no model package " + id)));
    }
    return chosen;
  }

  private static InstalledModel.Sound sound(InstalledModel model) throws RefusalException {
    return switch (model) {
      case InstalledModel.Sound sound -> sound;
      case InstalledModel.Refused refused -> throw new RefusalException(refused.sentence());
    };
  }

  private static LoadedModel load(
      ModelPackage model,
      EngineCatalogue catalogue,
      EngineOptions options,
      IProgressMonitor monitor)
      throws InferenceException {
    var identity = model.description().identity();
    LoadedModel loaded = catalogue.load(model, options, null);
    if (loaded.device().kind() == Device.Kind.REMOTE) {
      loaded.close();
      throw new InferenceException(
          "A server does not pass its work on to another one: take RECOURSE_INFERENCE_SERVER out"
              + " of the environment.");
    }
    for (Finding finding : loaded.findings()) {
      monitor.subTask(JsonResult.line(finding));
    }
    monitor.subTask(
        "serving %s %s on %s%s"
            .formatted(
                identity.id(),
                identity.version(),
                loaded.device().name(),
                loaded.capabilities().contains(Capability.GRADIENT) ? ", with dose gradient" : ""));
    return loaded;
  }
}
