/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Intervals of derived numbers that follow from the uncertainty of the registrations through which
 * the doses of earlier courses come. Every type here is immutable.
 */
package org.recourse.assistant.bands;
