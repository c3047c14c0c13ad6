/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.commissioning.CommissioningPair;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.RigidTransform;

class RegistrationEnsembleTest {

  private static final GridGeometry GRID =
      new GridGeometry(64, 64, 64, new Vector3(-126, -126, -126), new Vector3(4, 4, 4));

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private static CheckedRegistration.Request request(CommissioningPair pair) {
    return new CheckedRegistration.Request(
        pair.fixed(),
        pair.moving(),
        SimilarityKind.NORMALISED_CORRELATION,
        new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO),
        false);
  }

  /** A rigid pair is the same everywhere, so only the least uncertainty is left: half a voxel. */
  @Test
  void aRigidPairHasNoSpread() {
    RegistrationEnsemble ensemble = ensemble(CommissioningPair.rigid(3, GRID, false));

    assertEquals(4, ensemble.members().size());
    assertEquals(new Vector3(2, 2, 2), ensemble.ellipsoid().semiAxesMm());
    assertEquals(RegistrationUncertainty.Source.ENSEMBLE, ensemble.ellipsoid().source());
  }

  /** A pair that a field of 8 mm relates has no rigid answer: halves of it answer differently. */
  @Test
  void theMembersOfADeformedPairDiffer() {
    double rigidMm = spreadMm(ensemble(CommissioningPair.rigid(3, GRID, false)));
    double deformedMm = spreadMm(ensemble(CommissioningPair.deformed(3, GRID, 8, false)));

    assertTrue(deformedMm > 3 * rigidMm, rigidMm + " and " + deformedMm + " mm");
  }

  /** Largest distance between the images of a point under two members. */
  private static double spreadMm(RegistrationEnsemble ensemble) {
    var p = new Vector3(50, -40, 60);
    double mostMm = 0;
    for (RigidTransform one : ensemble.members()) {
      for (RigidTransform other : ensemble.members()) {
        mostMm = Math.max(mostMm, one.apply(p).distanceTo(other.apply(p)));
      }
    }
    return mostMm;
  }

  private RegistrationEnsemble ensemble(CommissioningPair pair) {
    var around = new RigidTransform(Vector3.ZERO, Vector3.ZERO, CommissioningPair.centreOf(GRID));
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return RegistrationEnsemble.of(request(pair), around, 4, executor, monitor);
    }
  }

  @Test
  void twoRegistrationsAreNoEnsemble() {
    var start = new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO);
    CommissioningPair pair = CommissioningPair.rigid(3, GRID, false);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> RegistrationEnsemble.of(request(pair), start, 2, executor, monitor));
    }
  }
}
