/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What the server answers, apart from how HTTP reaches it. Nothing a client sends is used as the
 * name of a file, kept or logged.
 */
package org.recourse.inference.remote.internal.service;
