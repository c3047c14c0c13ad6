/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.machine.DepthCurve;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/**
 * Digest (SHA-256) of everything the dose of a beam follows from: engine, machine, cut-off, medium,
 * scored voxels, beam and beamlets. Immutable.
 */
public final class InfluenceKey {

  private static final String VERSION = "recourse-influence/1";

  private final byte[] patient;

  private InfluenceKey(byte[] patient) {
    this.patient = patient;
  }

  /** What all beams of a patient have in common. */
  public static InfluenceKey of(
      String engineId, PhotonMachine machine, double cutOffMm, DensityGrid density, Mask scored) {
    MessageDigest digest = sha256();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    digest.update(engineId.getBytes(StandardCharsets.UTF_8));
    add(digest, machine.sourceAxisDistanceMm(), cutOffMm, machine.components().size());
    for (PhotonMachine.Component component : machine.components()) {
      add(digest, component.sigmaMm());
      add(digest, component.weightGy());
    }
    add(digest, machine.relativeFluence());
    density.addTo(digest);
    add(digest, scored.geometry());
    for (int z = 0; z < scored.geometry().sizeZ(); z++) {
      byte[] slice = scored.slice(z).toByteArray();
      add(digest, slice.length);
      digest.update(slice);
    }
    return new InfluenceKey(digest.digest());
  }

  /** Key of one beam, 64 hexadecimal digits. */
  public String of(PlannedBeam beam) {
    MessageDigest digest = sha256();
    digest.update(patient);
    BeamFrame frame = beam.frame();
    add(digest, frame.sourceAxisDistanceMm());
    for (Vector3 vector :
        new Vector3[] {
          frame.isocentreMm(), frame.sourceMm(), frame.axis(), frame.uAxis(), frame.vAxis()
        }) {
      add(digest, vector.x(), vector.y(), vector.z());
    }
    Beamlets beamlets = beam.beamlets();
    add(digest, beamlets.sideMm(), beamlets.count());
    for (int j = 0; j < beamlets.count(); j++) {
      add(digest, beamlets.uMm(j), beamlets.vMm(j));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, DepthCurve curve) {
    double[] values = curve.values();
    add(digest, curve.stepMm(), values.length);
    add(digest, values);
  }

  private static void add(MessageDigest digest, GridGeometry geometry) {
    add(digest, geometry.sizeX(), geometry.sizeY(), geometry.sizeZ());
    for (Vector3 vector :
        new Vector3[] {
          geometry.originMm(),
          geometry.spacingMm(),
          geometry.axes().x(),
          geometry.axes().y(),
          geometry.axes().z()
        }) {
      add(digest, vector.x(), vector.y(), vector.z());
    }
  }

  private static void add(MessageDigest digest, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    digest.update(bytes.array());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
