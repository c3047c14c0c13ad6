/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads extension points: what every point of ours does the same way with what vendors contribute.
 *
 * <p>An extension is found without loading the code of its vendor, our own come first and those of
 * vendors in the order of their bundles, a mistake becomes a finding that names the bundle and
 * leaves the others in use, and the reading is made anew when a bundle comes or goes. What is
 * specific to a point (its interface, its time limits, its findings at work) stays in its bundle.
 */
package org.recourse.extension;
