/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The multi-omics network for nasopharyngeal necrosis (Gao 2025, see {@code docs/network.md}) as
 * ONNX graphs: one that gives the score, and one that holds the backward pass as well and gives the
 * derivative of the score with respect to the dose of every voxel.
 */
package org.recourse.inference.onnx.network;
