/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;

/** What the steps of one import share: case, files and findings. Not thread-safe. */
public final class ImportContext {

  private final PatientCase patientCase;
  private final CaseFiles files;
  private final FindingList findings;
  private final Map<String, FrameOfReference> frames = new LinkedHashMap<>();

  public ImportContext(PatientCase patientCase, CaseFiles files, FindingList findings) {
    this.patientCase = patientCase;
    this.files = files;
    this.findings = findings;
  }

  PatientCase patientCase() {
    return patientCase;
  }

  CaseFiles files() {
    return files;
  }

  FindingList findings() {
    return findings;
  }

  /** Returns the frame of a UID, made when it is first met. */
  FrameOfReference frame(String uid, String label) {
    return frames.computeIfAbsent(
        uid,
        key -> {
          FrameOfReference frame = ModelFactory.eINSTANCE.createFrameOfReference();
          frame.setUid(key);
          frame.setLabel(label);
          patientCase.getFramesOfReference().add(frame);
          return frame;
        });
  }

  boolean isKnownFrame(String uid) {
    return frames.containsKey(uid);
  }
}
