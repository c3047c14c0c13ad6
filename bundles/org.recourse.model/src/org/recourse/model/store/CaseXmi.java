/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.util.ModelResourceFactoryImpl;
import org.w3c.dom.Document;

/** The XMI of one case: bytes to objects and back, both ways checked. */
final class CaseXmi {

  /** Parser feature that refuses document type declarations, and with them every outside entity. */
  static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private static final Map<String, Object> LOAD =
      Map.of(
          XMLResource.OPTION_PARSER_FEATURES,
          Map.of(NO_DOCTYPE, true),
          XMLResource.OPTION_DEFER_IDREF_RESOLUTION,
          true);

  private static final Map<String, Object> SAVE =
      Map.of(
          XMLResource.OPTION_ENCODING,
          StandardCharsets.UTF_8.name(),
          XMLResource.OPTION_KEEP_DEFAULT_CONTENT,
          true, // a default that changes later must not change the meaning of old files
          Resource.OPTION_LINE_DELIMITER,
          "\n");

  private CaseXmi() {}

  static PatientCase read(Path file, byte[] bytes) throws CaseStoreException {
    XMLResource resource = newResource(file);
    try {
      resource.load(new ByteArrayInputStream(bytes), LOAD);
    } catch (IOException e) {
      throw DamagedCase.of(file, e);
    }
    return checkedCase(file, resource);
  }

  static PatientCase read(Path file, Document document) throws CaseStoreException {
    XMLResource resource = newResource(file);
    try {
      resource.load(document, LOAD);
    } catch (IOException e) {
      throw DamagedCase.of(file, e);
    }
    return checkedCase(file, resource);
  }

  /** Writes a copy, so that the case stays in its own resource and is not touched. */
  static byte[] write(PatientCase patientCase, Path file, int formatVersion)
      throws CaseStoreException {
    PatientCase copy = EcoreUtil.copy(patientCase);
    copy.setFormatVersion(formatVersion);
    SavableCase.check(copy, file);
    XMLResource resource = newResource(file);
    resource.getContents().add(copy);
    var bytes = new ByteArrayOutputStream();
    try {
      resource.save(bytes, SAVE);
    } catch (IOException e) {
      throw new CaseStoreException(
          file, "the case could not be written as XMI (" + e.getMessage() + ").", e);
    }
    return bytes.toByteArray();
  }

  private static XMLResource newResource(Path file) {
    // EMF finds the package by its namespace in a registry of the context class loader, and the
    // threads of a pool may have another one than the thread that first used the package.
    EPackage.Registry.INSTANCE.put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
    URI uri = URI.createFileURI(file.toAbsolutePath().toString());
    return (XMLResource) new ModelResourceFactoryImpl().createResource(uri);
  }

  private static PatientCase checkedCase(Path file, XMLResource resource)
      throws CaseStoreException {
    if (resource.getContents().size() != 1
        || !(resource.getContents().getFirst() instanceof PatientCase patientCase)) {
      throw DamagedCase.of(file, "it does not hold exactly one case.");
    }
    var outside = EcoreUtil.ProxyCrossReferencer.find(patientCase);
    if (!outside.isEmpty()) {
      throw DamagedCase.of(
          file, "it refers to " + EcoreUtil.getURI(outside.keySet().iterator().next()) + ".");
    }
    var contents = EcoreUtil.<EObject>getAllContents(patientCase, false);
    while (contents.hasNext()) {
      EObject object = contents.next();
      if (object.eIsProxy()) {
        throw DamagedCase.of(file, "it refers to " + EcoreUtil.getURI(object) + ".");
      }
    }
    return patientCase;
  }
}
