/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Models run by a server of the department through the Open Inference Protocol (KServe version 2,
 * HTTP with JSON and binary tensors), such as Triton, OpenVINO Model Server, DJL Serving or {@code
 * recourse serve}. What leaves this machine are the inputs of the network, dose and features,
 * without names or identifiers.
 */
package org.recourse.inference.remote;
