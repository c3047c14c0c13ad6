/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Dose-volume histograms taken from the contour polygons themselves, with sub-voxel accuracy, and
 * the metrics that are read from them. Every type here is immutable and thread-safe. Doses are in
 * gray, volumes in cm³.
 */
package org.recourse.dosimetry.dvh;
