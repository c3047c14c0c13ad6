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
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the first element of a case file says. Read before EMF, which would stumble over a newer
 * format without saying that it is one.
 *
 * @param formatVersion at least 1; a file that states none is version 1, as the Ecore says
 */
record CaseHeader(int formatVersion) {

  private static final String ROOT = "PatientCase";
  private static final String NAMESPACE_STEM = "http://org.recourse/model/";
  private static final String VERSION = "formatVersion";
  private static final String FIRST_VERSION = "1";

  static CaseHeader read(Path file, byte[] bytes) throws CaseStoreException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(CaseXmi.NO_DOCTYPE, true);
      factory.newSAXParser().parse(new ByteArrayInputStream(bytes), new FirstElement());
    } catch (FirstElementSeen seen) {
      return of(file, seen);
    } catch (SAXException | IOException e) {
      throw DamagedCase.of(file, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the XML parser of the JDK lacks " + CaseXmi.NO_DOCTYPE, e);
    }
    throw DamagedCase.of(file, "it has no content.");
  }

  private static CaseHeader of(Path file, FirstElementSeen root) throws CaseStoreException {
    if (!ROOT.equals(root.name) || !root.namespace.startsWith(NAMESPACE_STEM)) {
      throw new CaseStoreException(
          file,
          "this is no ReCourse case: it starts with <" + root.name + ">. Choose another file.");
    }
    if (!root.version.matches("[1-9][0-9]{0,8}")) {
      throw DamagedCase.of(file, "its format version is \"" + root.version + "\".");
    }
    return new CaseHeader(Integer.parseInt(root.version));
  }

  /** Stops the parser at the first element. */
  private static final class FirstElement extends DefaultHandler {
    @Override
    public void startElement(
        String namespace, String localName, String qualifiedName, Attributes attributes)
        throws SAXException {
      String version = attributes.getValue(VERSION);
      throw new FirstElementSeen(namespace, localName, version == null ? FIRST_VERSION : version);
    }
  }

  /** Carries the first element out of the parser, which knows no other way to stop. */
  private static final class FirstElementSeen extends SAXException {

    private static final long serialVersionUID = 1L;

    private final String namespace;
    private final String name;
    private final String version;

    FirstElementSeen(String namespace, String name, String version) {
      this.namespace = namespace;
      this.name = name;
      this.version = version;
    }
  }
}
