/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Features by the consensus definitions of the Image Biomarker Standardisation Initiative
 * (Zwanenburg 2020, doi 10.1148/radiol.2020191145), under the tags of its reference values. Every
 * type is immutable.
 */
package org.recourse.radiomics.ibsi;
