/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.remote.RemoteEngine;
import org.recourse.inference.remote.internal.protocol.ModelMetadata;
import org.recourse.inference.remote.internal.protocol.NetworkPart;
import org.recourse.inference.remote.internal.protocol.ServerMetadata;
import org.recourse.inference.remote.internal.protocol.Text;

/** Compares the models of a server with the package that lies here. Stateless. */
public final class RemoteModels {

  private static final int STEPS = 3;

  private RemoteModels() {}

  /** Returns the model on the server once everything was compared; it closes the server. */
  public static LoadedModel load(
      ModelDescription description, RemoteServer server, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Asking the inference server", STEPS);
    ServerMetadata metadata = server.metadata(progress);
    progress.worked(1);
    List<Finding> findings = new ArrayList<>(server.reservations());
    var question = new Question(description, server, metadata, findings, progress);
    if (question.offered(NetworkPart.FORWARD).isEmpty()) {
      throw new InferenceException(
          server.where()
              + " has no model "
              + description.identity().id()
              + ". Start it with this package, or install the network there under this name.");
    }
    progress.worked(1);
    Set<Capability> capabilities = EnumSet.of(Capability.FORWARD);
    if (description.output(TensorSpecification.Role.DOSE_GRADIENT).isPresent()) {
      if (question.offered(NetworkPart.GRADIENT).isPresent()) {
        capabilities.add(Capability.GRADIENT);
      } else {
        findings.add(
            Finding.warning(
                server.where()
                    + " has no model "
                    + NetworkPart.GRADIENT.nameOf(description)
                    + ", so there is no dose gradient.",
                RemoteEngine.ID));
      }
    }
    int ensembleCount = question.ensembleCount();
    boolean binary = metadata.extensions().contains(ServerMetadata.BINARY_TENSORS);
    return new RemoteModel(description, server, capabilities, ensembleCount, binary, findings);
  }

  /** What is asked about each part of a package. */
  private record Question(
      ModelDescription description,
      RemoteServer server,
      ServerMetadata metadata,
      List<Finding> findings,
      IProgressMonitor monitor) {

    /** Returns what the server says about a part; refuses one that is not that of the package. */
    Optional<ModelMetadata> offered(NetworkPart part) throws InferenceException {
      PackageFile file =
          part.file(description)
              .orElseThrow(
                  () ->
                      new InferenceException(
                          "The package of " + description.identity().title() + " has no network."));
      String name = part.nameOf(description);
      Optional<ModelMetadata> found = server.model(name, monitor);
      if (found.isEmpty()) {
        return found;
      }
      if (!found.get().name().equals(name)) {
        throw new InferenceException(
            server.where()
                + " answers for "
                + Text.shortened(found.get().name())
                + ", not "
                + name
                + ".");
      }
      if (!server.isReady(name, monitor)) {
        throw new InferenceException(server.where() + " is not ready to run " + name + " yet.");
      }
      requireSameNetwork(file, checksum(found.get(), server, metadata, monitor), name, server)
          .ifPresent(findings::add);
      ShapeFit.require(found.get(), description.inputs(), part.outputs(description), server);
      return found;
    }

    /** Returns the number of networks beside the model; none is no mistake. */
    int ensembleCount() throws InferenceException {
      if (description.file(FileRole.PARAMETERS).isEmpty()) {
        return 0;
      }
      Optional<ModelMetadata> found = offered(NetworkPart.ENSEMBLE);
      return found.isEmpty() ? 0 : ShapeFit.listLength(found.get(), server);
    }
  }

  private static Optional<String> checksum(
      ModelMetadata found, RemoteServer server, ServerMetadata metadata, IProgressMonitor monitor)
      throws InferenceException {
    Optional<String> stated =
        Optional.ofNullable(found.parameters().get(ModelMetadata.CHECKSUM_PARAMETER));
    if (stated.isPresent() || !metadata.extensions().contains(ServerMetadata.MODEL_CONFIGURATION)) {
      return stated;
    }
    return Optional.ofNullable(
        server.configuredParameters(found.name(), monitor).get(ModelMetadata.CHECKSUM_PARAMETER));
  }

  /** A checksum that is missing may be accepted with a warning, a wrong one never. */
  private static Optional<Finding> requireSameNetwork(
      PackageFile file, Optional<String> stated, String name, RemoteServer server)
      throws InferenceException {
    if (stated.isPresent()) {
      if (stated.get().equals(file.sha256())) {
        return Optional.empty();
      }
      throw new InferenceException(
          server.where()
              + " runs another network under the name "
              + name
              + " than the package here holds: the checksums differ. Install the same package on"
              + " both ends.");
    }
    String sentence =
        server.where()
            + " states no checksum for "
            + name
            + ", so it is unknown whether it runs the network of the package here.";
    if (!server.settings().withoutChecksum()) {
      throw new InferenceException(
          sentence
              + " Set its parameter "
              + ModelMetadata.CHECKSUM_PARAMETER
              + ", or allow models without checksum in the preferences.");
    }
    return Optional.of(Finding.warning(sentence, RemoteEngine.ID));
  }
}
