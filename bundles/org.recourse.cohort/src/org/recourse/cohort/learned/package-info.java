/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Models learned from a cohort: how they are fitted and validated without leakage, and how they are
 * kept as model packages that hold numbers and names only.
 *
 * <p>A {@code Procedure} fits everything (harmonisation, selection, scaling, classifier) on
 * training patients alone; validation runs the whole procedure again in each fold and each
 * permutation.
 */
package org.recourse.cohort.learned;
