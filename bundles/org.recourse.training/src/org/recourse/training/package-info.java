/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * From patients to a model package: which inputs a model takes, which features it is given, cross-
 * validation, grid search, final fit, and the package with its card. The engine that trains is
 * given as a service.
 */
package org.recourse.training;
