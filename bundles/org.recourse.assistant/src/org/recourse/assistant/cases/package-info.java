/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * An open case: its folder, its model and its voxels.
 *
 * <p>The model (EMF) belongs to one thread, usually that of the user interface. Voxels are
 * immutable, loaded when first asked for and shared by all threads. Frames of reference are joined
 * by the registrations of the model; where none leads from one frame to another, nothing is
 * assumed.
 */
package org.recourse.assistant.cases;
