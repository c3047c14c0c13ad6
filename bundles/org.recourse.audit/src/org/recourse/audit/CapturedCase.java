/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.recourse.model.DicomReference;
import org.recourse.model.PatientCase;
import org.recourse.model.Structure;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/**
 * A case as text, captured where the model lives so that a record can be written elsewhere.
 * Immutable.
 *
 * @param text the case file
 * @param files files the case refers to, relative to its folder
 * @param contourDigests contours that were drawn here; they must be on disk to be read again
 */
public record CapturedCase(String text, List<String> files, List<String> contourDigests) {

  public CapturedCase {
    Objects.requireNonNull(text, "text");
    files = List.copyOf(files);
    contourDigests = List.copyOf(contourDigests);
  }

  /** Captures a case; call it on the thread of the model. */
  public static CapturedCase of(PatientCase patientCase) throws CaseStoreException {
    String text = new String(new CaseStore().toBytes(patientCase), StandardCharsets.UTF_8);
    var files = new TreeSet<String>();
    var drawn = new TreeSet<String>();
    for (TreeIterator<EObject> all = patientCase.eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (object instanceof DicomReference reference
          && reference.getRelativePath() != null // EMF: may be unset
          && !reference.getRelativePath().isBlank()) {
        files.add(reference.getRelativePath());
      } else if (object instanceof Structure structure && structure.isSetContourDigest()) {
        drawn.add(structure.getContourDigest());
      }
    }
    return new CapturedCase(text, List.copyOf(files), List.copyOf(drawn));
  }
}
