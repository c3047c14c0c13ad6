/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.util.List;
import org.recourse.grid.geometry.GridGeometry;

/**
 * An image series that has been written.
 *
 * @param seriesInstanceUid Series Instance UID
 * @param frameOfReferenceUid frame of the slices
 * @param geometry grid of the slices
 * @param slices slices in the order of the grid
 */
public record WrittenImages(
    String seriesInstanceUid,
    String frameOfReferenceUid,
    GridGeometry geometry,
    List<WrittenObject> slices) {

  public WrittenImages {
    slices = List.copyOf(slices);
  }
}
