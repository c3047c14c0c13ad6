/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The dose of the synthetic courses: modulated static photon beams.
 *
 * <p>What it is: divergent beams with inverse-square fall-off, exponential attenuation along the
 * water-equivalent depth, build-up under the skin, bixels with a Gaussian penumbra, a weak broad
 * tail, and a fluence found by least squares, so that target, gradient and sparing look like those
 * of a nine-field plan. What it is not: a commissioned beam model. It knows no electron transport,
 * no head scatter, no leaf leakage, and takes the depth in the axial plane of the voxel.
 */
package org.recourse.phantom.internal.dose;
