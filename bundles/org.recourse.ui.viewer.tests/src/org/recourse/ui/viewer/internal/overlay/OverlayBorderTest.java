/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ModelFactory;
import org.recourse.rendering.ScalarVolume;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;

/** A vendor's mistake becomes a finding; the gradient is that of the closed form. */
class OverlayBorderTest {

  private static final double FLOAT_ROUNDING = 1e-5;

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void anExceptionBecomesAFindingThatNamesTheBundle() {
    OverlayResult result =
        compute(
            input -> {
              throw new IllegalStateException("no licence");
            });

    var none = assertInstanceOf(OverlayResult.NotAvailable.class, result);
    assertTrue(none.sentence().contains("org.example.vendor"), none.sentence());
    assertTrue(none.sentence().contains("no licence"), none.sentence());
    assertEquals(1, none.findings().size());
  }

  @Test
  void aMissingClassBecomesAFinding() {
    OverlayResult result =
        compute(
            input -> {
              throw new NoClassDefFoundError("com/example/Missing");
            });

    var none = assertInstanceOf(OverlayResult.NotAvailable.class, result);
    assertTrue(none.sentence().contains("com/example/Missing"), none.sentence());
  }

  @Test
  void nothingReturnedBecomesAFinding() {
    assertInstanceOf(OverlayResult.NotAvailable.class, compute(input -> null));
  }

  @Test
  void aDescriptionWithAnotherIdIsRefused() {
    var entry = new OverlayEntry("other", "Other", "org.example.vendor", () -> overlay(i -> null));

    OverlayResult result = guarded(entry).compute(input(), new NullProgressMonitor());

    var none = assertInstanceOf(OverlayResult.NotAvailable.class, result);
    assertTrue(none.sentence().contains("other"), none.sentence());
  }

  @Test
  void cancellationIsNoMistake() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    GuardedOverlay overlay =
        guarded(
            entry(
                input -> {
                  throw new OperationCanceledException();
                }));

    assertThrows(OperationCanceledException.class, () -> overlay.compute(input(), monitor));
  }

  @Test
  void aSecondOverlayWithTheSameIdIsLeftOutWithAFinding() {
    var catalogue = new OverlayCatalogue(List.of(entry(i -> null), entry(i -> null)), List.of());

    assertEquals(1, catalogue.entries().size());
    assertEquals(1, catalogue.findings().size());
    assertTrue(catalogue.findings().getFirst().text().contains("org.example.vendor"));
  }

  @Test
  void theGradientOfALinearDoseIsItsSlopeAndStopsWhenCancelled() {
    OverlayInput input = withDose(linearDose());

    var shown =
        assertInstanceOf(
            OverlayResult.Shown.class,
            new DoseGradientOverlay().compute(input, new NullProgressMonitor()));

    ScalarVolume values = shown.volume().values();
    assertEquals(0.5, values.valueAt(2, 2, 1), FLOAT_ROUNDING);
    assertEquals("Gy/mm", shown.volume().unit());
    assertEquals(0.5, shown.volume().to(), FLOAT_ROUNDING);
    var cancelled = new NullProgressMonitor();
    cancelled.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> new DoseGradientOverlay().compute(input, cancelled));
  }

  @Test
  void withoutADoseThereIsASentence() {
    OverlayResult result = new DoseGradientOverlay().compute(input(), new NullProgressMonitor());

    assertInstanceOf(OverlayResult.NotAvailable.class, result);
  }

  /** What the vendor's code does. */
  @FunctionalInterface
  private interface Vendor {
    OverlayResult compute(OverlayInput input);
  }

  private OverlayResult compute(Vendor vendor) {
    return guarded(entry(vendor)).compute(input(), new NullProgressMonitor());
  }

  private static GuardedOverlay guarded(OverlayEntry entry) {
    return new OverlayCatalogue(List.of(entry), List.of()).overlay(entry.id()).orElseThrow();
  }

  private static OverlayEntry entry(Vendor vendor) {
    return new OverlayEntry("id", "Title", "org.example.vendor", () -> overlay(vendor));
  }

  private static Overlay overlay(Vendor vendor) {
    return new Overlay() {
      @Override
      public OverlayDescription description() {
        return new OverlayDescription("id", "Title", "1", "", List.of(), false, false);
      }

      @Override
      public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
        return vendor.compute(input);
      }
    };
  }

  private static DoseGrid linearDose() {
    var geometry = new GridGeometry(5, 6, 3, Vector3.ZERO, new Vector3(2, 2, 2));
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          slice[y * geometry.sizeX() + x] = (float) (0.3 * 2 * x + 0.4 * 2 * y);
        }
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private OverlayInput withDose(DoseGrid dose) {
    OverlayInput plain = input();
    return new OverlayInput(
        plain.snapshot(),
        plain.numbers(),
        plain.voxels(),
        plain.selected(),
        Optional.of(new OverlayInput.ShownGrid(dose, AffineTransform.IDENTITY, "Dose")),
        "",
        executor);
  }

  private OverlayInput input() {
    return new OverlayInput(
        PlanSnapshot.of(ModelFactory.eINSTANCE.createPatientCase(), 1),
        Optional.empty(),
        new CaseVoxels(new NoFiles()),
        Optional.empty(),
        Optional.empty(),
        "",
        executor);
  }

  /** A case without files. */
  private static final class NoFiles implements VoxelSource {

    @Override
    public ImageVolume readImage(String uid, IProgressMonitor monitor) throws DicomReadException {
      throw new IllegalStateException(uid);
    }

    @Override
    public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
      throw new IllegalStateException(uid);
    }

    @Override
    public DoseGrid readDose(String uid, IProgressMonitor monitor) {
      throw new IllegalStateException(uid);
    }
  }
}
