/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Messages of the Open Inference Protocol (KServe version 2) over HTTP, with the extension for
 * binary tensors. Both ends use the same readers and writers; neither trusts what it reads: sizes
 * are bounded before memory is taken, and a message that does not follow the protocol is refused
 * with a sentence.
 *
 * <p>Sources: {@code specification/protocol/inference_rest.md} of the project
 * open-inference-protocol, and "Binary Tensor Data Extension" of the Triton Inference Server.
 */
package org.recourse.inference.remote.internal.protocol;
