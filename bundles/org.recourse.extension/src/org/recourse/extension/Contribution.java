/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Status;

/**
 * One element of an extension as its vendor declared it, known without loading the vendor's code.
 * Immutable and thread-safe.
 *
 * @param element as the registry holds it
 */
public record Contribution(IConfigurationElement element) {

  /** Attribute with the id that results are stored with. */
  public static final String ID = "id";

  /** Attribute with the name for people. */
  public static final String TITLE = "title";

  /** Attribute with the class to create. */
  public static final String CLASS = "class";

  public Contribution {
    Objects.requireNonNull(element, "element");
  }

  /** Symbolic name of the bundle that contributes it. */
  public String bundle() {
    return element.getContributor().getName();
  }

  public String elementName() {
    return element.getName();
  }

  public String id() {
    return required(ID);
  }

  public String title() {
    return required(TITLE);
  }

  /**
   * Returns an attribute that must be there.
   *
   * @throws IllegalArgumentException if it is missing or blank
   */
  public String required(String attribute) {
    return optional(attribute)
        .orElseThrow(() -> new IllegalArgumentException("its extension lacks " + attribute));
  }

  /** Returns an attribute; empty if it is missing or blank. */
  public Optional<String> optional(String attribute) {
    return Optional.ofNullable(element.getAttribute(attribute)).filter(text -> !text.isBlank());
  }

  /**
   * Creates what the attribute {@code class} names. This is the border to the code of a vendor: a
   * constructor may throw, and a class may lack others it was compiled with.
   *
   * @throws CoreException if it cannot be created or is no {@code type}; the message is a sentence
   */
  public <T> T create(Class<T> type) throws CoreException {
    Object created;
    try {
      created = element.createExecutableExtension(CLASS);
    } catch (RuntimeException | LinkageError e) {
      throw new CoreException(
          Status.error(element.getAttribute(CLASS) + " could not be created: " + e + ".", e));
    }
    if (type.isInstance(created)) {
      return type.cast(created);
    }
    throw new CoreException(
        Status.error(element.getAttribute(CLASS) + " does not implement " + type.getName() + "."));
  }
}
