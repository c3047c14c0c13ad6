/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.util.List;
import java.util.Optional;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TensorSpecification;

/** What of a package stands on a server under a name of its own. */
public enum NetworkPart {
  /** The outputs from the inputs; has the id of the package as its name. */
  FORWARD("", FileRole.FORWARD),
  /** Score and dose gradient. */
  GRADIENT(".gradient", FileRole.GRADIENT),
  /** Scores of the networks trained beside the model; only servers of ours have it. */
  ENSEMBLE(".ensemble", FileRole.PARAMETERS);

  /** Name of the single output of the ensemble. */
  public static final String ENSEMBLE_OUTPUT = "scores";

  private final String suffix;
  private final FileRole role;

  NetworkPart(String suffix, FileRole role) {
    this.suffix = suffix;
    this.role = role;
  }

  /** Returns the name on a server. */
  public String nameOf(ModelDescription description) {
    return description.identity().id() + suffix;
  }

  /** Returns the file that determines this part: its own graph, or the parameters of all. */
  public Optional<PackageFile> file(ModelDescription description) {
    return description.file(role).or(() -> description.file(FileRole.PARAMETERS));
  }

  /** Returns the outputs this part has; those of the ensemble are no outputs of the package. */
  public List<TensorSpecification> outputs(ModelDescription description) {
    return description.outputs().stream().filter(output -> has(output.role())).toList();
  }

  private boolean has(TensorSpecification.Role output) {
    boolean gradient = output == TensorSpecification.Role.DOSE_GRADIENT;
    return switch (this) {
      case FORWARD -> !gradient;
      case GRADIENT -> gradient || output == TensorSpecification.Role.SCORE;
      case ENSEMBLE -> false;
    };
  }
}
