/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A family of packages and bundles that only some of our bundles, and their tests, may use.
 *
 * @param family name in messages
 * @param prefixes how the names of its packages and bundles start
 * @param users subjects of the bundles that may use it; a trailing {@code *} takes the subject and
 *     everything below
 */
public record ConfinedLibraries(String family, List<String> prefixes, Set<String> users)
    implements Rule {

  private static final String OWN = "org.recourse.";

  /** Windows: only in the bundles of the user interface. */
  public static final ConfinedLibraries WINDOWS =
      new ConfinedLibraries(
          "SWT, JFace or the workbench",
          List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.e4.ui"),
          Set.of("ui*", "app"));

  /** EMF: only in the model and where the model is used as such. */
  public static final ConfinedLibraries EMF =
      new ConfinedLibraries(
          "EMF",
          List.of("org.eclipse.emf"),
          Set.of(
              "model",
              "dicom",
              "phantom",
              "assistant",
              "audit",
              "report",
              "cohort",
              "training",
              "cli",
              "tuning",
              "ui*",
              "app"));

  /** The DICOM toolkit and the decoders of pixels. */
  public static final ConfinedLibraries DICOM_TOOLKIT =
      new ConfinedLibraries(
          "the DICOM toolkit",
          List.of("org.aoju", "org.dcm4che", "com.twelvemonkeys", "com.github.jaiimageio"),
          Set.of("dicom*"));

  public static final ConfinedLibraries ONNX_RUNTIME =
      new ConfinedLibraries("ONNX Runtime", List.of("ai.onnxruntime"), Set.of("inference.onnx"));

  public static final ConfinedLibraries DJL =
      new ConfinedLibraries("DJL", List.of("ai.djl"), Set.of("inference.djl"));

  /** The HTTP server: only where it serves models. */
  public static final ConfinedLibraries JETTY =
      new ConfinedLibraries("Jetty", List.of("org.eclipse.jetty"), Set.of("inference.remote"));

  public ConfinedLibraries {
    prefixes = List.copyOf(prefixes);
    users = Set.copyOf(users);
  }

  @Override
  public List<String> breaches(Checkout checkout) throws IOException {
    var breaches = new ArrayList<String>();
    for (Bundle bundle : checkout.bundles()) {
      if (mayUse(bundle.subject())) {
        continue;
      }
      Stream.of(bundle.imports(), bundle.requires())
          .flatMap(List::stream)
          .map(Clause::name)
          .filter(this::isMember)
          .map(name -> checkout.shown(bundle.manifest()) + ": " + name + " belongs to " + family)
          .forEach(breaches::add);
    }
    return breaches;
  }

  private boolean mayUse(String subject) {
    return users.stream()
        .anyMatch(
            user ->
                user.endsWith("*")
                    ? subject.equals(user.substring(0, user.length() - 1))
                        || subject.startsWith(user.replace("*", "."))
                    : subject.equals(user));
  }

  private boolean isMember(String name) {
    return !name.startsWith(OWN)
        && prefixes.stream()
            .anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
  }
}
