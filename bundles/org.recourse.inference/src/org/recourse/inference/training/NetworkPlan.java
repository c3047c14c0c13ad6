/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Objects;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;

/**
 * Which network is to be trained.
 *
 * @param variant where the resolution is halved
 * @param size size of the dose volume
 * @param layout what it takes and how wide it is
 */
public record NetworkPlan(NetworkVariant variant, NetworkSize size, NetworkLayout layout) {

  public NetworkPlan {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(layout, "layout");
  }
}
