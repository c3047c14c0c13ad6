/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.util.Objects;
import java.util.Optional;

/**
 * An output that a request asks for. Immutable.
 *
 * @param name name of the tensor
 * @param binary whether its data shall be binary; absent if the request as a whole says so
 */
public record RequestedOutput(String name, Optional<Boolean> binary) {

  public RequestedOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(binary, "binary");
  }
}
