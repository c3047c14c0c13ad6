/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal;

import java.util.List;
import java.util.Objects;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.ui.session.CaseSession;

/**
 * An image series as it was when somebody asked for it. Immutable.
 *
 * @param seriesUid Series Instance UID
 * @param title name for people, such as "MR T1 contrast"
 * @param frameUid frame of reference; empty text if unknown
 * @param modality DICOM modality, such as CT or MR
 */
public record CaseImage(String seriesUid, String title, String frameUid, String modality) {

  public CaseImage {
    Objects.requireNonNull(seriesUid, "seriesUid");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(frameUid, "frameUid");
    Objects.requireNonNull(modality, "modality");
  }

  /** Whether it is a magnetic resonance image. */
  public boolean isMagnetic() {
    return modality.equals("MR");
  }

  /** Unit of the intensities, for a head of a column. */
  public String unit() {
    return modality.equals("CT") ? "HU" : "a.u.";
  }

  /** The images of a case in the order of the model. UI thread only. */
  public static List<CaseImage> of(CaseSession session) {
    return session.patientCase().getImageSeries().stream().map(CaseImage::of).toList();
  }

  /** Reads a series of the model. UI thread only. */
  public static CaseImage of(ImageSeries series) {
    FrameOfReference frame = series.getFrameOfReference();
    String modality = text(series.getModality());
    String description = text(series.getDescription()).strip();
    return new CaseImage(
        text(series.getSeriesInstanceUid()),
        switch (series.getRole()) {
          case PLANNING_CT -> "Planning CT";
          case T1 -> "MR T1";
          case T1C -> "MR T1C";
          case T2 -> "MR T2";
          case CT, OTHER, UNASSIGNED ->
              withoutRemark(
                  description.contains(modality)
                      ? description
                      : (modality + " " + description).strip());
        },
        frame == null ? "" : text(frame.getUid()),
        modality);
  }

  /** There is little room for remarks in parentheses. */
  private static String withoutRemark(String title) {
    int remark = title.indexOf(" (");
    return remark > 0 ? title.substring(0, remark) : title;
  }

  /** EMF gives null for an attribute that was never set. */
  private static String text(String value) {
    return value == null ? "" : value;
  }
}
