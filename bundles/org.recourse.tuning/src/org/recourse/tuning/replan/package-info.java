/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Changes of a plan by optimising the fluence of its beams again: less dose in a region where a
 * model says it matters, or the risk itself in the objective. What comes out are segments that a
 * machine can deliver and the doses of their beams; voxels are never painted.
 */
package org.recourse.tuning.replan;
