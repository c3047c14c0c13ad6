/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import java.nio.file.Path;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.recourse.model.PatientCase;

/** Refuses a case that XML could hold only with loss, before anything on disk is touched. */
final class SavableCase {

  private SavableCase() {}

  static void check(PatientCase patientCase, Path file) throws CaseStoreException {
    var outside = EcoreUtil.ExternalCrossReferencer.find(patientCase);
    if (!outside.isEmpty()) {
      var settings = outside.values().iterator().next();
      var setting = settings.iterator().next();
      throw new CaseStoreException(
          file,
          "the case was not saved: "
              + place(setting.getEObject(), setting.getEStructuralFeature().getName())
              + " refers to an object that is not part of the case. Undo the last edit and save"
              + " again.");
    }
    checkTexts(patientCase, file);
    var contents = patientCase.eAllContents();
    while (contents.hasNext()) {
      checkTexts(contents.next(), file);
    }
  }

  private static void checkTexts(EObject object, Path file) throws CaseStoreException {
    for (EAttribute attribute : object.eClass().getEAllAttributes()) {
      if (object.eGet(attribute) instanceof String text
          && !text.codePoints().allMatch(SavableCase::isXmlCharacter)) {
        throw new CaseStoreException(
            file,
            "the case was not saved: "
                + place(object, attribute.getName())
                + " holds a control character that no XML file can hold. Type the text again.");
      }
    }
  }

  /** The production Char of XML 1.0; it leaves out most control characters and lone surrogates. */
  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000 && c <= 0x10FFFF;
  }

  private static String place(EObject object, String feature) {
    return feature + " of " + object.eClass().getName() + " " + EcoreUtil.getURI(object).fragment();
  }
}
