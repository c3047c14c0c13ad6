/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

/** How the dose of a course entered the numbers. Immutable. */
public sealed interface CourseDoseUse {

  /** Voxel by voxel, through the registration of its frame. */
  record Voxels() implements CourseDoseUse {}

  /** As figures typed from paper, which give upper bounds. */
  record TypedFigures(int count) implements CourseDoseUse {}

  /** Not at all; the reason is a sentence. */
  record NotUsed(String reason) implements CourseDoseUse {}
}
