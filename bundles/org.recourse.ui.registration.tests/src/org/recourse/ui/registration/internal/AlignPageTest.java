/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.course.RegistrationForm;
import org.recourse.model.edit.CaseEditing;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.testing.Waiting;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;
import org.recourse.ui.widget.WidgetId;

/** Drives the page by events of its widgets, on a display but without a workbench. */
class AlignPageTest {

  private static final GridGeometry GRID =
      new GridGeometry(64, 64, 64, Vector3.ZERO, new Vector3(5, 5, 5));
  private static final Vector3 MIDDLE = new Vector3(157.5, 157.5, 157.5);
  private static final Vector3 SHIFT_MM = new Vector3(6, -4, 3);

  /** A tenth of the voxel. */
  private static final double TOLERANCE_MM = 0.5;

  @TempDir private Path folder;

  private final PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
  private Shell shell;
  private SliceExecutor executor;
  private CaseSession session;

  @BeforeEach
  void open() {
    shell = new Shell(displayOrSkip());
    shell.setLayout(new FillLayout());
    shell.setSize(1000, 800);
    executor = SliceExecutor.ofThreads(2);
    series("2.25.11", "2.25.1", ImageRole.PLANNING_CT);
    series("2.25.12", "2.25.2", ImageRole.OTHER);
    var voxels = new CaseVoxels(new Torsos());
    var computation =
        new NumbersComputation(
            voxels, new ContributedRiskCatalogue(List.of()), ProtocolCatalogue.NONE, executor);
    var watch =
        new PlanWatch(
            patientCase,
            computation,
            new WatchThreads(Runnable::run, Runnable::run, Runnable::run));
    session =
        new CaseSession(
            null, // there is no workspace
            new OpenCase(folder, patientCase, voxels),
            CaseEditing.newDomain(patientCase),
            watch,
            new ViewingState(Vector3.ZERO, List.of()),
            executor,
            List.of());
  }

  private void series(String uid, String frameUid, ImageRole role) {
    FrameOfReference frame = ModelFactory.eINSTANCE.createFrameOfReference();
    frame.setUid(frameUid);
    patientCase.getFramesOfReference().add(frame);
    ImageSeries series = ModelFactory.eINSTANCE.createImageSeries();
    series.setSeriesInstanceUid(uid);
    series.setModality("CT");
    series.setRole(role);
    series.setFrameOfReference(frame);
    patientCase.getImageSeries().add(series);
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  @AfterEach
  void close() {
    if (shell != null) {
      shell.dispose();
      session.planWatch().close();
      executor.close();
    }
  }

  /** The same anatomy, moved. */
  private static final class Torsos implements VoxelSource {

    private final TorsoPhantom torso = new TorsoPhantom(3, MIDDLE, 320);

    @Override
    public ImageVolume readImage(String uid, IProgressMonitor monitor) {
      var moved = new RigidTransform(Vector3.ZERO, SHIFT_MM, MIDDLE);
      return torso.image(GRID, uid.equals("2.25.11") ? new IdentityTransform() : moved, false, 5);
    }

    @Override
    public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
      return Map.of();
    }

    @Override
    public DoseGrid readDose(String uid, IProgressMonitor monitor) {
      throw new AssertionError("no dose is read");
    }
  }

  @Test
  void aDeformationIsSearchedAcceptedAndUndone() throws Exception {
    new AlignPage(shell, session);
    shell.open();
    until("there are images", () -> widget("alignImages.search", Button.class).isEnabled());
    Button deformable = widget("alignImages.deformable", Button.class);
    deformable.setSelection(true);

    press("alignImages.search");
    until("it was searched", () -> widget("alignImages.accept", Button.class).isEnabled());
    String verdict = widget("alignImages.verdict", Label.class).getText();
    assertTrue(verdict.contains("TG-132"), verdict);
    press("alignImages.accept");
    until("it is accepted", () -> !patientCase.getRegistrations().isEmpty());

    assertEquals(2, patientCase.getRegistrations().size());
    var rigid = patientCase.getRegistrations().getFirst();
    AffineTransform movingToFixed =
        AffineTransform.ofMatrix4x4(
            rigid.getMatrix().stream().mapToDouble(Double::doubleValue).toArray());
    assertEquals(0, movingToFixed.apply(MIDDLE).distanceTo(MIDDLE.plus(SHIFT_MM)), TOLERANCE_MM);
    assertTrue(RegistrationForm.isDeformable(patientCase.getRegistrations().getLast()));
    Path file = folder.resolve(rigid.getReference().getRelativePath());
    String report = Files.readString(file.resolveSibling("quality.json"));
    assertTrue(report.contains("\"schema\":\"recourse/register/1\""), report);
    assertTrue(report.contains("\"deformable\":\"dicom/REG-deformable-1/REG.dcm\""), report);

    session.editingDomain().getCommandStack().undo();
    assertTrue(patientCase.getRegistrations().isEmpty());
    assertTrue(Files.exists(file));
  }

  private void until(String what, BooleanSupplier condition) {
    Waiting.until(what, shell.getDisplay()::readAndDispatch, condition);
  }

  private void press(String id) {
    widget(id, Button.class).notifyListeners(SWT.Selection, new Event());
  }

  private <W extends Control> W widget(String id, Class<W> type) {
    return type.cast(find(shell, id));
  }

  private static Control find(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (id.equals(child.getData(WidgetId.KEY))) {
        return child;
      }
      if (child instanceof Composite composite) {
        Control found = find(composite, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
