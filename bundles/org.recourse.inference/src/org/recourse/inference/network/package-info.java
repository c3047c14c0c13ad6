/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The multi-omics network for nasopharyngeal necrosis (Gao 2025): its variants, sizes and
 * parameters by name, which are what the engines share. An engine that trains returns them, an
 * engine that runs is made from them; {@code org.recourse.inference.onnx/docs/network.md} holds the
 * definition.
 */
package org.recourse.inference.network;
