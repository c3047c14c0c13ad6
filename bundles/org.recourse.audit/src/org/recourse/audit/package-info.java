/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Audit and replay: every assessment and every accepted proposal is written down with what it was
 * computed from, and can be computed again.
 *
 * <p>A record names the digests of all files, the models with their checksums, the software, the
 * settings, the random seeds and every number, and keeps the case as it was, so that a later edit
 * of the case does not change what is replayed.
 */
package org.recourse.audit;
