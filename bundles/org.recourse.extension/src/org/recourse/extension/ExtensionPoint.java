/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.recourse.grid.finding.Finding;

/**
 * What an extension point takes, and the one way in which it is read. Immutable and thread-safe.
 *
 * @param id id of the point
 * @param noun what a vendor adds, as it stands in a sentence, such as {@code risk model}
 * @param firstBundle bundle whose extensions come before those of others
 * @param requiredByElement for each element that the point takes, the attributes it must state
 */
public record ExtensionPoint(
    String id, String noun, String firstBundle, Map<String, List<String>> requiredByElement) {

  /** Makes what a bundle needs of one contribution. */
  @FunctionalInterface
  public interface Maker<T> {

    /**
     * Makes it; a mistake of this contribution must not take the others down.
     *
     * @throws IllegalArgumentException with the mistake in words, as the end of a sentence
     * @throws CoreException if the class of the vendor cannot be used
     */
    T make(Contribution contribution) throws CoreException;
  }

  public ExtensionPoint {
    Objects.requireNonNull(firstBundle, "firstBundle");
    if (id.lastIndexOf('.') < 1 || noun.isBlank()) {
      throw new IllegalArgumentException("not an extension point: " + id + ", " + noun);
    }
    requiredByElement = Map.copyOf(requiredByElement);
  }

  /** Names a point of the bundle that the id begins with, so far without elements. */
  public static ExtensionPoint of(String id, String noun) {
    return new ExtensionPoint(id, noun, id.substring(0, id.lastIndexOf('.')), Map.of());
  }

  /** The same point, which also takes this element. */
  public ExtensionPoint withElement(String name, String... required) {
    var elements = new HashMap<>(requiredByElement);
    elements.put(name, List.of(required));
    return new ExtensionPoint(id, noun, firstBundle, elements);
  }

  /** The same point with the extensions of another bundle in front. */
  public ExtensionPoint withFirstBundle(String bundle) {
    return new ExtensionPoint(id, noun, bundle, requiredByElement);
  }

  /**
   * Reads what is installed now; loads no class unless {@code maker} does.
   *
   * @return what could be made, in a fixed order, and a finding for each mistake
   */
  public <T> Installed<T> read(IExtensionRegistry registry, Maker<T> maker) {
    var items = new ArrayList<T>();
    var findings = new ArrayList<Finding>();
    for (IConfigurationElement element : inOrder(registry)) {
      var contribution = new Contribution(element);
      try {
        requireComplete(contribution);
        items.add(maker.make(contribution));
      } catch (IllegalArgumentException | CoreException e) { // border to a vendor's declarations
        findings.add(refusal(contribution, e.getMessage()));
      }
    }
    return new Installed<>(items, findings);
  }

  private List<IConfigurationElement> inOrder(IExtensionRegistry registry) {
    return Arrays.stream(registry.getConfigurationElementsFor(id))
        .sorted(
            Comparator.comparing((IConfigurationElement e) -> !bundle(e).equals(firstBundle))
                .thenComparing(ExtensionPoint::bundle))
        .toList();
  }

  private static String bundle(IConfigurationElement element) {
    return element.getContributor().getName();
  }

  private void requireComplete(Contribution contribution) {
    List<String> required = requiredByElement.get(contribution.elementName());
    if (required == null) {
      throw new IllegalArgumentException("<" + contribution.elementName() + "> is unknown");
    }
    List<String> missing =
        required.stream().filter(name -> contribution.optional(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("its extension lacks " + String.join(", ", missing));
    }
  }

  private Finding refusal(Contribution contribution, String reason) {
    return Refusals.notUsed(
        contribution
            .optional(Contribution.ID)
            .map(own -> "The " + noun + " " + own)
            .orElse("One " + noun),
        contribution.bundle(),
        String.valueOf(reason));
  }
}
