/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.solid.Ball;
import org.recourse.phantom.solid.Capsule;
import org.recourse.phantom.solid.Ellipsoid;
import org.recourse.phantom.solid.EllipticColumn;
import org.recourse.phantom.solid.Solid;

/**
 * Shapes of the synthetic head and neck, patient LPS in mm; the origin lies in the nasopharynx. The
 * recurrent tumour sits on the right posterior wall of the nasopharynx and grows into the clivus
 * and the parapharyngeal space. Immutable and thread-safe.
 */
public final class HeadAnatomy {

  /** Margin from rGTV to PTVnx. */
  public static final double PTV_MARGIN_MM = 3;

  private static final double INFERIOR_END_MM = -118;

  private final Solid external = skin();
  private final Solid skullOuter = Ellipsoid.of(0, 8, 35, 70, 91, 69);
  private final Solid cavity = Ellipsoid.of(0, 8, 35, 66, 87, 65).within(new SkullBase(0));
  private final Solid brainstem =
      Solid.blend(
              new Capsule(at(0, 43, 26), at(0, 43, 2), 12),
              new Capsule(at(0, 43, 4), at(0, 45, -20), 7.5),
              8)
          .within(new EllipticColumn(at(0, 43, 4), 30, 30, 26));
  private final Solid cord =
      new Capsule(at(0, 45.5, -20), at(0, 46, INFERIOR_END_MM), 5)
          .within(new EllipticColumn(at(0, 45, -70), 30, 30, 47.5));
  private final Solid brain = cavity.grownBy(-2.5).minus(brainstem.grownBy(2));
  private final Solid nasopharynxAir = Ellipsoid.of(0, -17, -4, 14, 10, 15);
  private final Solid pharynxAir =
      Capsule.chain(7, at(0, -14, -14), at(0, -6, -48), at(0, -7, -70));
  private final Solid airway = new Capsule(at(0, -9, -70), at(0, -4, INFERIOR_END_MM), 8.5);
  private final Solid grossTumour =
      Solid.union(
          new Ball(at(-4, 0, 2), 15),
          new Ball(at(-14, -3, 5), 11),
          new Capsule(at(-3, 2, 8), at(2, 8, 9), 9),
          new Ball(at(-17, -3, 12), 8.5),
          new Capsule(at(-12, -4, 0), at(-10, -6, -14), 9));
  private final Solid planningTarget = grossTumour.grownBy(PTV_MARGIN_MM);

  private static Vector3 at(double xMm, double yMm, double zMm) {
    return new Vector3(xMm, yMm, zMm);
  }

  private static Solid skin() {
    Solid cranium = Ellipsoid.of(0, 8, 35, 76, 97, 75);
    Solid face = Ellipsoid.of(0, -36, -22, 64, 62, 66);
    Solid neck = new EllipticColumn(at(0, 25, INFERIOR_END_MM / 2), 60, 58, -INFERIOR_END_MM / 2);
    Solid nose =
        Solid.union(new Capsule(at(0, -92, 12), at(0, -105, -8), 7), new Ball(at(0, -106, -10), 9));
    Solid head = Solid.blend(Solid.blend(cranium, face, 14), neck, 14);
    return Solid.blend(head, nose, 12);
  }

  public Solid external() {
    return external;
  }

  public Solid brain() {
    return brain;
  }

  public Solid brainstem() {
    return brainstem;
  }

  public Solid spinalCord() {
    return cord;
  }

  public Solid grossTumour() {
    return grossTumour;
  }

  /** Returns the target of the re-irradiation: rGTV and everything within 3 mm of it. */
  public Solid planningTarget() {
    return planningTarget;
  }

  /** Returns the target of the first course: nasopharynx and its walls as they were then. */
  public Solid firstCourseTarget() {
    return Ellipsoid.of(-2, -5, 3, 28, 23, 26);
  }

  /** Returns the upper neck nodes of both sides, the elective target of the first course. */
  public Solid neckNodes() {
    return Solid.union(neckNodes(Side.LEFT), neckNodes(Side.RIGHT)).within(external.grownBy(-5));
  }

  private static Solid neckNodes(Side side) {
    double s = side.sign();
    return Capsule.chain(11, at(s * 35, 14, -16), at(s * 36, 18, -45), at(s * 33, 16, -72));
  }

  /** Returns the temporal lobe of one side. */
  public Solid temporalLobe(Side side) {
    return Ellipsoid.of(side.sign() * 45, -1, 30, 19, 36, 18).within(brain.grownBy(-0.5));
  }

  public Solid eye(Side side) {
    return new Ball(at(side.sign() * 31, -64, 20), 12);
  }

  public Solid lens(Side side) {
    return Ellipsoid.of(side.sign() * 31, -73.5, 20, 4.8, 2.3, 4.8);
  }

  public Solid opticNerve(Side side) {
    double s = side.sign();
    return Capsule.chain(
            2.6, at(s * 7, -7, 35), at(s * 19, -32, 29), at(s * 26, -44, 23), at(s * 30, -54, 20.5))
        .minus(eye(side).grownBy(0.5));
  }

  public Solid chiasm() {
    return Ellipsoid.of(0, -3, 35, 8.5, 5.5, 3.6);
  }

  public Solid carotid(Side side) {
    double s = side.sign();
    return Capsule.chain(
            3,
            at(s * 27, 18, INFERIOR_END_MM),
            at(s * 27, 14, -60),
            at(s * 27, 12, -12),
            at(s * 22, 8, 8),
            at(s * 13, -2, 17),
            at(s * 11, -8, 27))
        .within(new EllipticColumn(at(0, 10, -43), 40, 40, 73));
  }

  public Solid parotid(Side side) {
    return Ellipsoid.of(side.sign() * 54, 12, -18, 11, 17, 23)
        .within(external.grownBy(-4))
        .minus(ramus(side).grownBy(1.5));
  }

  private Solid ramus(Side side) {
    double s = side.sign();
    return new Capsule(at(s * 45, -16, -48), at(s * 47, -4, -6), 5.5);
  }

  public Solid mandible() {
    Solid body =
        Capsule.chain(
            7,
            at(45, -16, -50),
            at(37, -48, -56),
            at(21, -70, -58),
            at(0, -76, -58),
            at(-21, -70, -58),
            at(-37, -48, -56),
            at(-45, -16, -50));
    return Solid.union(body, ramus(Side.LEFT), ramus(Side.RIGHT)).within(external.grownBy(-3));
  }

  /** Returns the lining of the nasopharynx, 3 mm thick, with the air left out. */
  public Solid mucosa() {
    return nasopharynxAir
        .grownBy(3)
        .minus(nasopharynxAir)
        .within(new EllipticColumn(at(0, -12, -4), 30, 14, 18));
  }

  private Solid maxillarySinus(Side side) {
    return Ellipsoid.of(side.sign() * 25, -58, -8, 13, 15, 15);
  }

  private static Solid sphenoidSinus() {
    return Ellipsoid.of(0, -13, 21, 12, 11, 6.5);
  }

  private static Solid nasalCavity() {
    Solid hollow = Ellipsoid.of(0, -58, -2, 10, 40, 19);
    Solid septum = new EllipticColumn(at(0, -62, -2), 1.2, 40, 19);
    return hollow.minus(septum);
  }

  /** Returns the bodies in the order in which they cover each other. */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(external, Tissue.FAT));
    layers.add(new Layer(external.grownBy(-5), Tissue.MUSCLE));
    addNeck(layers);
    addSkull(layers);
    addBrain(layers);
    for (Side side : Side.values()) {
      addSide(layers, side);
    }
    layers.add(new Layer(chiasm(), Tissue.NERVE));
    layers.add(new Layer(mandible(), Tissue.BONE));
    layers.add(new Layer(mandible().grownBy(-2.2), Tissue.MARROW));
    addCavities(layers);
    layers.add(new Layer(grossTumour.minus(nasopharynxAir), Tissue.TUMOUR));
    layers.add(
        new Layer(
            Solid.union(new Ball(at(-6, 1, 4), 7), new Ball(at(-12, -3, 5), 5)),
            Tissue.TUMOUR_CORE));
    for (Side side : Side.values()) {
      layers.add(new Layer(carotid(side), Tissue.VESSEL));
    }
    return List.copyOf(layers);
  }

  private void addNeck(List<Layer> layers) {
    Solid vertebrae = new EllipticColumn(at(0, 26, -73), 14, 12, 45);
    Solid arch = new EllipticColumn(at(0, 46, -73), 15, 14, 45);
    Solid spinous = new Capsule(at(0, 55, -24), at(0, 62, INFERIOR_END_MM), 4);
    Solid neck = Solid.union(vertebrae, arch, spinous);
    layers.add(new Layer(Ellipsoid.of(0, 66, -74, 24, 8, 44), Tissue.FAT));
    layers.add(new Layer(neck, Tissue.BONE));
    layers.add(new Layer(vertebrae.grownBy(-1.8), Tissue.MARROW));
    int discs = (int) Math.ceil((-34 - INFERIOR_END_MM) / 17);
    for (int disc = 0; disc < discs; disc++) {
      double zMm = -34 - 17.0 * disc;
      layers.add(new Layer(new EllipticColumn(at(0, 25, zMm), 15, 12, 2.2), Tissue.MUSCLE));
    }
    layers.add(new Layer(new EllipticColumn(at(0, 46, -70), 10, 9, 50), Tissue.LIQUOR));
    layers.add(new Layer(cord, Tissue.WHITE_MATTER));
  }

  private void addSkull(List<Layer> layers) {
    Solid roof = skullOuter.within(new SkullBase(-3.5));
    layers.add(new Layer(roof, Tissue.BONE));
    layers.add(new Layer(roof.grownBy(-1.6), Tissue.MARROW));
    layers.add(new Layer(cavity.grownBy(1.6), Tissue.BONE));
    Solid clivus = Capsule.chain(6, at(0, 11, 20), at(0, 25, -12));
    layers.add(new Layer(clivus, Tissue.BONE));
    layers.add(new Layer(clivus.grownBy(-1.8), Tissue.MARROW));
    Solid sphenoid = Ellipsoid.of(0, -13, 20, 21, 18, 11);
    layers.add(new Layer(sphenoid, Tissue.BONE));
    layers.add(new Layer(Ellipsoid.of(0, -64, -22, 34, 22, 24), Tissue.BONE));
    layers.add(new Layer(Ellipsoid.of(0, -62, -22, 31, 19, 22), Tissue.MARROW));
    layers.add(new Layer(Ellipsoid.of(0, -52, -40, 26, 30, 14), Tissue.MUSCLE));
  }

  private void addBrain(List<Layer> layers) {
    layers.add(new Layer(cavity, Tissue.LIQUOR));
    layers.add(new Layer(brain, Tissue.GREY_MATTER));
    layers.add(new Layer(brain.grownBy(-5), Tissue.WHITE_MATTER));
    layers.add(
        new Layer(new EllipticColumn(at(0, 8, 70), 1.3, 85, 32).within(cavity), Tissue.LIQUOR));
    for (Side side : Side.values()) {
      double s = side.sign();
      Solid lobe = temporalLobe(side);
      layers.add(new Layer(lobe.grownBy(1.5).minus(lobe), Tissue.LIQUOR));
      layers.add(new Layer(lobe, Tissue.GREY_MATTER));
      layers.add(new Layer(lobe.grownBy(-4), Tissue.WHITE_MATTER));
      layers.add(
          new Layer(
              Capsule.chain(5, at(s * 10, -22, 56), at(s * 12, 10, 60), at(s * 22, 42, 48)),
              Tissue.LIQUOR));
      layers.add(new Layer(Ellipsoid.of(s * 15, 6, 50, 8, 12, 9), Tissue.GREY_MATTER));
    }
    layers.add(new Layer(brainstem, Tissue.WHITE_MATTER));
  }

  private void addSide(List<Layer> layers, Side side) {
    double s = side.sign();
    layers.add(new Layer(Ellipsoid.of(s * 30, -57, 19, 17, 21, 15), Tissue.FAT));
    layers.add(new Layer(Ellipsoid.of(s * 29, 0, -20, 5, 10, 20), Tissue.FAT));
    layers.add(new Layer(Ellipsoid.of(s * 40, -52, -24, 8, 14, 16), Tissue.FAT));
    layers.add(new Layer(Ellipsoid.of(s * 36, 16, -78, 5, 16, 34), Tissue.FAT));
    layers.add(new Layer(eye(side), Tissue.VITREOUS));
    layers.add(new Layer(lens(side), Tissue.LENS));
    layers.add(new Layer(opticNerve(side), Tissue.NERVE));
    layers.add(new Layer(parotid(side), Tissue.GLAND));
    Solid petrous = new Capsule(at(s * 60, 24, 4), at(s * 26, 20, 2), 8);
    layers.add(new Layer(petrous, Tissue.BONE));
    layers.add(new Layer(new Ball(at(s * 56, 32, -2), 5), Tissue.AIR));
    layers.add(new Layer(maxillarySinus(side).grownBy(1.8), Tissue.BONE));
    layers.add(new Layer(maxillarySinus(side), Tissue.AIR));
  }

  private void addCavities(List<Layer> layers) {
    layers.add(new Layer(mucosa(), Tissue.MUCOSA));
    layers.add(new Layer(pharynxAir.grownBy(3), Tissue.MUCOSA));
    layers.add(new Layer(nasalCavity().grownBy(2), Tissue.MUCOSA));
    layers.add(new Layer(airway.grownBy(3), Tissue.MUSCLE));
    for (Solid hollow :
        List.of(nasopharynxAir, pharynxAir, airway, sphenoidSinus(), nasalCavity())) {
      layers.add(new Layer(hollow, Tissue.AIR));
    }
  }
}
