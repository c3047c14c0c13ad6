/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Writes networks in the ONNX format (protobuf, operator set 16) without a protobuf library: a
 * graph is a list of nodes, and the few message types needed are written field by field.
 */
package org.recourse.inference.onnx.graph;
