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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * All format versions from 1 to the current one, with the steps between them. Immutable.
 *
 * @param currentVersion the version that is written
 * @param steps one step for each version before the current one, in order
 */
record FormatHistory(int currentVersion, List<FormatMigration> steps) {

  FormatHistory {
    steps = List.copyOf(steps);
    if (steps.size() != currentVersion - 1) {
      throw new IllegalArgumentException(
          "version " + currentVersion + " needs one step per version before: " + steps.size());
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).fromVersion() != i + 1) {
        throw new IllegalArgumentException(
            "step " + i + " must start from version " + (i + 1) + ": " + steps.get(i));
      }
    }
  }

  /** Returns the case as a document of the current version. */
  Document migrate(Path file, byte[] bytes, int version) throws CaseStoreException {
    Document document = parse(file, bytes);
    for (FormatMigration step : steps.subList(version - 1, steps.size())) {
      step.migrate(document);
      document
          .getDocumentElement()
          .setAttribute("formatVersion", Integer.toString(step.fromVersion() + 1));
    }
    return document;
  }

  private static Document parse(Path file, byte[] bytes) throws CaseStoreException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(CaseXmi.NO_DOCTYPE, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the parser's own one prints
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException e) {
      throw DamagedCase.of(file, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the XML parser of the JDK lacks " + CaseXmi.NO_DOCTYPE, e);
    }
  }
}
