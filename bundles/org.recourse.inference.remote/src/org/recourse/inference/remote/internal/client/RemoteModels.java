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
import org.recourse.inference.remote.internal.protocol.ServerMetadata;
import org.recourse.inference.remote.internal.protocol.Text;

/** Compares the models of a server with the package that lies here. Stateless. */
public final class RemoteModels {

  /** Stands behind the id of a model in the name of its backward pass. */
  public static final String GRADIENT_SUFFIX = ".gradient";

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
    if (!offers(FileRole.FORWARD, description, server, metadata, findings, progress)) {
      throw new InferenceException(
          server.where()
              + " has no model "
              + description.identity().id()
              + ". Start it with this package, or install the network there under this name.");
    }
    progress.worked(1);
    Set<Capability> capabilities = EnumSet.of(Capability.FORWARD);
    if (description.file(FileRole.GRADIENT).isPresent()) {
      if (offers(FileRole.GRADIENT, description, server, metadata, findings, progress)) {
        capabilities.add(Capability.GRADIENT);
      } else {
        findings.add(
            Finding.warning(
                server.where()
                    + " has no model "
                    + nameOf(FileRole.GRADIENT, description)
                    + ", so there is no dose gradient.",
                RemoteEngine.ID));
      }
    }
    boolean binary = metadata.extensions().contains(ServerMetadata.BINARY_TENSORS);
    return new RemoteModel(description, server, capabilities, binary, findings);
  }

  /** Returns the name of a network on the server. */
  static String nameOf(FileRole role, ModelDescription description) {
    String id = description.identity().id();
    return role == FileRole.GRADIENT ? id + GRADIENT_SUFFIX : id;
  }

  /** Returns the outputs that a network has. */
  static List<TensorSpecification> outputs(FileRole role, ModelDescription description) {
    return description.outputs().stream()
        .filter(
            output ->
                role == FileRole.GRADIENT
                    || output.role() != TensorSpecification.Role.DOSE_GRADIENT)
        .toList();
  }

  private static boolean offers(
      FileRole role,
      ModelDescription description,
      RemoteServer server,
      ServerMetadata metadata,
      List<Finding> findings,
      IProgressMonitor monitor)
      throws InferenceException {
    PackageFile file =
        description
            .file(role)
            .orElseThrow(
                () ->
                    new InferenceException(
                        "The package of "
                            + description.identity().title()
                            + " has no forward network."));
    String name = nameOf(role, description);
    Optional<ModelMetadata> found = server.model(name, monitor);
    if (found.isEmpty()) {
      return false;
    }
    if (!found.get().name().equals(name)) {
      throw new InferenceException(
          server.where() + " answers for " + Text.shortened(found.get().name()) + ", not " + name);
    }
    if (!server.isReady(name, monitor)) {
      throw new InferenceException(server.where() + " is not ready to run " + name + " yet.");
    }
    requireSameNetwork(file, checksum(found.get(), server, metadata, monitor), name, server)
        .ifPresent(findings::add);
    ShapeFit.require(found.get(), description.inputs(), outputs(role, description), server);
    return true;
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
