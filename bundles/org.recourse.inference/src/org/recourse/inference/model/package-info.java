/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Model packages: a folder with {@code model.json}, {@code MODEL_CARD.md} and weights.
 *
 * <p>A package says what a model is for, what it was trained on and what it must be given. It is
 * data, never code. A package whose files do not have the checksums it names, or that asks for
 * something outside its folder, is refused with a sentence. All types are immutable.
 */
package org.recourse.inference.model;
