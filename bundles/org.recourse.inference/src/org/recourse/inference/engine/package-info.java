/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The contract between ReCourse and a runtime for trained models.
 *
 * <p>Vendors add an engine through the extension point {@code org.recourse.inference.engines}.
 * Inputs and outputs are immutable tensors; an engine that cannot be used says so in a sentence,
 * and a fallback to another device or engine is a finding, never silent.
 */
package org.recourse.inference.engine;
