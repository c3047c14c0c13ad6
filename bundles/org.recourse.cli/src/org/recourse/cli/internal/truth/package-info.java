/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Whether accepted proposals lower the true risk: a campaign on synthetic patients whose mechanism
 * is hidden from the model that drives the proposals.
 */
package org.recourse.cli.internal.truth;
