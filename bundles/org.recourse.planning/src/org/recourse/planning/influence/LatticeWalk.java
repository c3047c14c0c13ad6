/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamFrame;

/**
 * The way between the nodes of a beam's wide pencils and the scored voxels, column by column. Used
 * by one thread.
 *
 * <p>Along a column of the grid that is perpendicular to the beam and to the lines across (any
 * coplanar beam whose collimator is not turned, or by quarter turns) only the place on the line
 * changes: the four lines around the column are mixed once into one, and each voxel is a linear
 * interpolation on it. Other beams place every voxel.
 */
final class LatticeWalk {

  private static final double STRAIGHT = 1e-9; // mm per step of z

  private final WidePencils pencils;
  private final WidePencils.Lattice lattice;
  private final ScoredColumns columns;
  private final BeamFrame frame;
  private final float[] wideWeight;
  private final Vector3 step; // of one slice: along the lines, across, along the beam
  private final boolean straight;
  private final int lineLength; // values of a line
  private final int planeLength;
  private final float[] line;
  private final double[] lineDerivative;

  // the four lines around a column or voxel, and their parts
  private int low;
  private int high;
  private float part00;
  private float part01;
  private float part10;
  private float part11;

  LatticeWalk(BeamInfluence beam, ScoredColumns columns) {
    pencils = beam.wide;
    lattice = pencils.lattice;
    this.columns = columns;
    frame = beam.beam.frame();
    wideWeight = beam.wideWeight;
    GridGeometry geometry = columns.geometry;
    step = coordinates(geometry.axes().z().times(geometry.spacingMm().z()));
    straight = Math.abs(step.y()) < STRAIGHT && Math.abs(step.z()) < STRAIGHT;
    lineLength = lattice.lineSize() * pencils.count;
    planeLength = lattice.acrossSize() * lineLength;
    line = new float[lineLength];
    lineDerivative = new double[lineLength];
  }

  private Vector3 coordinates(Vector3 offset) {
    double u = offset.dot(frame.uAxis());
    double v = offset.dot(frame.vAxis());
    return new Vector3(
        lattice.lineIsU() ? u : v, lattice.lineIsU() ? v : u, offset.dot(frame.axis()));
  }

  /**
   * Adds the dose of one row of columns.
   *
   * @param row receives one value per slice and x, x fastest
   */
  void addDose(float[] nodes, int y, double[] row) {
    int sizeX = columns.geometry.sizeX();
    for (int x = 0; x < sizeX; x++) {
      int from = columns.from(x, y);
      int to = columns.to(x, y);
      if (from == to) {
        continue;
      }
      Vector3 start = start(x, y);
      if (!straight) {
        addVoxels(nodes, from, to, start, row, x);
      } else if (place(start.y(), start.z())) {
        mix(nodes);
        addColumn(from, to, start, row, x);
      }
    }
  }

  private Vector3 start(int x, int y) {
    return coordinates(columns.geometry.toPatientMm(x, y, 0).minus(frame.sourceMm()));
  }

  /** Finds the four lines around a place; false beyond the lattice. */
  private boolean place(double across, double along) {
    double distance = frame.sourceAxisDistanceMm();
    double atA = (across * distance / along - lattice.firstAcross()) / lattice.stepMm();
    double atM = (along / distance - lattice.firstMagnification()) / lattice.magnificationStep();
    if (!(atA >= 0 && atA < lattice.acrossSize() - 1)) {
      return false;
    }
    int a = (int) atA;
    int p = Math.clamp((int) atM, 0, WidePencils.PLANES - 2);
    float fa = (float) (atA - a);
    float fm = (float) (atM - p);
    low = p * planeLength + a * lineLength;
    high = low + planeLength;
    part00 = (1 - fm) * (1 - fa);
    part01 = (1 - fm) * fa;
    part10 = fm * (1 - fa);
    part11 = fm * fa;
    return true;
  }

  private void mix(float[] nodes) {
    mix(nodes, low, lineLength, part00, part01, line);
    float[] far = line;
    int from = high;
    for (int i = 0; i < lineLength; i++) {
      far[i] += part10 * nodes[from + i] + part11 * nodes[from + lineLength + i];
    }
  }

  private static void mix(float[] nodes, int from, int length, float a, float b, float[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = a * nodes[from + i] + b * nodes[from + length + i];
    }
  }

  private void addColumn(int from, int to, Vector3 start, double[] row, int x) {
    int sizeX = columns.geometry.sizeX();
    int count = pencils.count;
    double scale = frame.sourceAxisDistanceMm() / start.z() / lattice.stepMm();
    double first = start.x() * scale - lattice.firstLine() / lattice.stepMm();
    double perSlice = step.x() * scale;
    int last = lattice.lineSize() - 1;
    for (int i = from; i < to; i++) {
      int z = columns.z(i);
      double at = first + z * perSlice;
      if (at >= 0 && at < last) {
        int b = (int) at;
        float f = (float) (at - b);
        float dose = 0;
        for (int c = 0; c < count; c++) {
          float here = line[b * count + c];
          dose += wideWeight[i * count + c] * (here + f * (line[(b + 1) * count + c] - here));
        }
        row[z * sizeX + x] += dose;
      }
    }
  }

  private void addVoxels(float[] nodes, int from, int to, Vector3 start, double[] row, int x) {
    int count = pencils.count;
    for (int i = from; i < to; i++) {
      int z = columns.z(i);
      double at = placeVoxel(start, z);
      if (at >= 0) {
        int b = (int) at;
        float f = (float) (at - b);
        float dose = 0;
        for (int c = 0; c < count; c++) {
          float here = mixed(nodes, b * count + c);
          float next = mixed(nodes, (b + 1) * count + c);
          dose += wideWeight[i * count + c] * (here + f * (next - here));
        }
        row[z * columns.geometry.sizeX() + x] += dose;
      }
    }
  }

  private float mixed(float[] nodes, int i) {
    return part00 * nodes[low + i]
        + part01 * nodes[low + lineLength + i]
        + part10 * nodes[high + i]
        + part11 * nodes[high + lineLength + i];
  }

  /** Place of a voxel on its line, in nodes; below 0 beyond the lattice. */
  private double placeVoxel(Vector3 start, int z) {
    double along = start.z() + z * step.z();
    if (!place(start.y() + z * step.y(), along)) {
      return -1;
    }
    double onLine = (start.x() + z * step.x()) * frame.sourceAxisDistanceMm() / along;
    double at = (onLine - lattice.firstLine()) / lattice.stepMm();
    return at < lattice.lineSize() - 1 ? at : -1;
  }

  /**
   * The transpose of {@link #addDose}; reads the derivative with respect to the dose of the grid.
   */
  void addToNodes(double[] doseDerivative, int y, double[] nodes) {
    int sizeX = columns.geometry.sizeX();
    for (int x = 0; x < sizeX; x++) {
      int from = columns.from(x, y);
      int to = columns.to(x, y);
      if (from == to) {
        continue;
      }
      Vector3 start = start(x, y);
      int position = y * sizeX + x;
      if (!straight) {
        spreadVoxels(doseDerivative, position, from, to, start, nodes);
      } else if (place(start.y(), start.z())
          && gatherColumn(doseDerivative, position, from, to, start)) {
        spreadLine(nodes, low, part00);
        spreadLine(nodes, low + lineLength, part01);
        spreadLine(nodes, high, part10);
        spreadLine(nodes, high + lineLength, part11);
      }
    }
  }

  /** Collects a column on its line; false where all of it is 0. */
  private boolean gatherColumn(
      double[] doseDerivative, int position, int from, int to, Vector3 start) {
    int count = pencils.count;
    int sliceVoxels = columns.geometry.sliceVoxelCount();
    double scale = frame.sourceAxisDistanceMm() / start.z() / lattice.stepMm();
    double first = start.x() * scale - lattice.firstLine() / lattice.stepMm();
    double perSlice = step.x() * scale;
    int last = lattice.lineSize() - 1;
    boolean any = false;
    for (int i = from; i < to; i++) {
      int z = columns.z(i);
      double here = doseDerivative[z * sliceVoxels + position];
      double at = first + z * perSlice;
      if (here == 0 || !(at >= 0 && at < last)) {
        continue;
      }
      if (!any) {
        Arrays.fill(lineDerivative, 0);
        any = true;
      }
      int b = (int) at;
      double f = (float) (at - b);
      for (int c = 0; c < count; c++) {
        double value = here * wideWeight[i * count + c];
        lineDerivative[b * count + c] += (1 - f) * value;
        lineDerivative[(b + 1) * count + c] += f * value;
      }
    }
    return any;
  }

  private void spreadLine(double[] nodes, int to, double part) {
    for (int i = 0; i < lineLength; i++) {
      nodes[to + i] += part * lineDerivative[i];
    }
  }

  private void spreadVoxels(
      double[] doseDerivative, int position, int from, int to, Vector3 start, double[] nodes) {
    int count = pencils.count;
    for (int i = from; i < to; i++) {
      int z = columns.z(i);
      double here = doseDerivative[z * columns.geometry.sliceVoxelCount() + position];
      double at = here == 0 ? -1 : placeVoxel(start, z);
      if (at >= 0) {
        int b = (int) at;
        double f = (float) (at - b);
        for (int c = 0; c < count; c++) {
          double value = here * wideWeight[i * count + c];
          spread(nodes, b * count + c, (1 - f) * value);
          spread(nodes, (b + 1) * count + c, f * value);
        }
      }
    }
  }

  private void spread(double[] nodes, int i, double value) {
    nodes[low + i] += part00 * value;
    nodes[low + lineLength + i] += part01 * value;
    nodes[high + i] += part10 * value;
    nodes[high + lineLength + i] += part11 * value;
  }
}
