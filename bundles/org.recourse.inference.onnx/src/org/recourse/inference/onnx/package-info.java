/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * ONNX Runtime as an inference engine: forward, and the dose gradient through a graph that holds
 * the backward pass. The native library comes with the runtime; nothing is downloaded.
 */
package org.recourse.inference.onnx;
