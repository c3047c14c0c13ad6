/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reports: the content as values, the interface of writers and the catalogue of those installed.
 *
 * <p>A report says what it is made from: numbers of one revision, with units, digests of the files,
 * the models with their cards, and what is missing. Every report carries the research-only notice.
 */
package org.recourse.report;
