/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * The family of a vendor behind a border: whatever goes wrong in it leaves its features undefined
 * and a finding that names the bundle with the input. Immutable and thread-safe.
 */
public final class GuardedFamily implements FeatureFamily, Contributed {

  private final FeatureFamily family;
  private final String bundle;
  private final Duration limit;
  private final FamilyDescription description;

  /** Asks the family for its description, once. */
  GuardedFamily(FeatureFamily family, String bundle, Duration limit) throws VendorException {
    this(family, bundle, limit, described(family, bundle, limit));
  }

  private GuardedFamily(
      FeatureFamily family, String bundle, Duration limit, FamilyDescription description) {
    this.family = family;
    this.bundle = bundle;
    this.limit = limit;
    this.description = description;
  }

  private static FamilyDescription described(FeatureFamily family, String bundle, Duration limit)
      throws VendorException {
    FamilyDescription description =
        new VendorCall("Description of a family of " + bundle, limit)
            .call(watched -> family.description(), new NullProgressMonitor());
    if (description == null) {
      throw new VendorException("It has no description.", null);
    }
    return description;
  }

  /** Returns this family with another time for its features. */
  GuardedFamily limitedTo(Duration other) {
    return new GuardedFamily(family, bundle, other, description);
  }

  @Override
  public FamilyDescription description() {
    return description;
  }

  @Override
  public String bundle() {
    return bundle;
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    try {
      FeatureVector vector =
          new VendorCall("Features " + description.id(), limit)
              .call(watched -> family.compute(input, watched), monitor);
      if (vector != null && known().containsAll(vector.names())) {
        return vector;
      }
      report(input, vector == null ? "It returned nothing." : "It returned unknown features.");
    } catch (VendorException e) {
      report(input, e.getMessage());
    }
    FeatureVector.Builder failed = FeatureVector.builder();
    description.features().forEach(name -> failed.undefined(name, Reason.FAILED));
    return failed.build();
  }

  private Set<String> known() {
    var known = new HashSet<>(description.features());
    known.addAll(description.onRequest());
    return known;
  }

  private void report(FeatureInput input, String what) {
    input.report(
        Finding.error(
            "The features "
                + description.id()
                + " of "
                + bundle
                + " could not be computed. "
                + what
                + " Report this to its vendor; the other features are not affected.",
            bundle));
  }
}
