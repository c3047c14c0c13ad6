/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Dose-response models: complication probability (NTCP), tumour control (TCP) and the single doses
 * they are computed from. Every type is immutable; every formula names its source and its
 * degenerate case, and its worked examples are tests. Parameters belong to an organ, an endpoint
 * and a population and are given by the caller with their source.
 */
package org.recourse.radiobiology.response;
