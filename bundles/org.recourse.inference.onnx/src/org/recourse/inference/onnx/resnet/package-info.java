/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * ResNet50 for deep features as an ONNX graph: its layout, weights that a user has or random ones
 * in their place, and the graph itself.
 */
package org.recourse.inference.onnx.resnet;
