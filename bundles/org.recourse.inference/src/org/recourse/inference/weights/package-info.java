/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Files of plain tensors in which other programs keep trained weights. Reading one executes
 * nothing; a damaged file is refused with a sentence.
 */
package org.recourse.inference.weights;
