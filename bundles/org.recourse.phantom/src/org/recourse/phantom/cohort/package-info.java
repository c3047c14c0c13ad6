/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Synthetic cohorts: patients with varied anatomy, MR images of several scanners, structures of
 * several readers, two courses of dose, clinical facts and outcomes that follow from a documented
 * hidden mechanism ({@link org.recourse.phantom.cohort.HiddenMechanism} and {@code
 * docs/hidden-mechanism.md}).
 *
 * <p>Everything is decided by a seed and the number of the patient. Nothing learnt from these
 * patients says anything about a person. Patient space is DICOM LPS in mm; y grows towards the back
 * of the patient.
 */
package org.recourse.phantom.cohort;
