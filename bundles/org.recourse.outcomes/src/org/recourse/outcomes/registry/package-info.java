/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What models said about patients, and what became of the patients: kept in an embedded file or in
 * a department's PostgreSQL. Entries are only added; a correction names the entry that it replaces.
 * No name of a patient is kept, only a pseudonym that this registry alone can make.
 */
package org.recourse.outcomes.registry;
