/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Closed-form risk models from the literature on re-irradiation of the nasopharynx, contributed to
 * the extension point {@code org.recourse.risk.riskModels} like those of any vendor. None of them
 * knows the diagnosis, so each says for which patients it was made.
 */
package org.recourse.risk.published;
