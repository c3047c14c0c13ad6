/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.common.command.CommandStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.write.GenerationAlgorithm;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.contouring.internal.shape.BrushStroke;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.contouring.internal.write.StructureExport;
import org.recourse.ui.session.CaseSession;

/** Edits on a case on disk: undo, save, reopen, write, read back. */
class ContourEditsTest {

  private static final double SLICE_MM = 110;
  private static final double CIRCLE_MM2 = 0.5; // polygon of 180 corners and the stroke's tolerance

  @TempDir private Path temporary;
  private SliceExecutor executor;
  private DrawnCase onDisk;
  private CaseSession session;

  @BeforeEach
  void open() throws Exception {
    executor = SliceExecutor.ofThreads(2);
    onDisk = DrawnCase.in(temporary, executor);
    session = onDisk.open();
  }

  @AfterEach
  void close() {
    session.planWatch().close();
    executor.close();
  }

  @Test
  void everyStrokeIsOneStepOfUndoAndRedo() {
    double before = area(session, SLICE_MM);
    stroke(session, 30, 0); // apart from the cylinder: two discs
    double first = area(session, SLICE_MM);
    stroke(session, 0, 30);
    CommandStack stack = session.editingDomain().getCommandStack();

    assertEquals(before + 16 * Math.PI, first, CIRCLE_MM2);
    assertEquals(before + 32 * Math.PI, area(session, SLICE_MM), CIRCLE_MM2);
    stack.undo();
    assertEquals(first, area(session, SLICE_MM));
    stack.undo();
    assertEquals(before, area(session, SLICE_MM));
    assertFalse(structure(session).isSetContourDigest());
    assertFalse(CaseEditing.isDirty(session.editingDomain()));
    stack.redo();
    assertEquals(first, area(session, SLICE_MM));
  }

  @Test
  void aStrokeMakesANewRevisionAndOneThatChangesNothingDoesNot() {
    stroke(session, 30, 0);
    long revision = session.planWatch().revision();
    stroke(session, 0, 30);
    assertTrue(session.planWatch().revision() > revision);

    long now = session.planWatch().revision();
    new ContourEdits(session)
        .replace(structure(session), drawing(session).contours().contourSet(), "Nothing");
    assertEquals(now, session.planWatch().revision());
  }

  @Test
  void savedContoursAreThereAgainAndTheImportedFileIsUntouched() throws Exception {
    Map<Path, byte[]> imported = dicomFiles();
    stroke(session, 30, 0);
    double drawn = area(session, SLICE_MM);

    onDisk.save(session);
    CaseSession reopened = onDisk.open();

    assertEquals(drawn, area(reopened, SLICE_MM));
    for (Map.Entry<Path, byte[]> file : imported.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()));
    }
    reopened.planWatch().close();
  }

  @Test
  void undoAfterASaveGivesTheImportedContoursAgain() throws Exception {
    double before = area(session, SLICE_MM);
    stroke(session, 30, 0);
    onDisk.save(session);

    session.editingDomain().getCommandStack().undo();

    assertEquals(before, area(session, SLICE_MM));
    assertTrue(CaseEditing.isDirty(session.editingDomain()));
    onDisk.save(session);
    CaseSession reopened = onDisk.open();
    assertEquals(before, area(reopened, SLICE_MM));
    reopened.planWatch().close();
  }

  @Test
  void aNewStructureIsOneStepAndLiesBesideTheOthers() {
    var wanted =
        new NewStructure("Boost", Optional.empty(), StructureType.CTV, 0xff0000, "Drawn here");

    Structure made =
        new ContourEdits(session)
            .create(wanted, new ContourSet(List.of(DrawnCase.circle(110, 5))))
            .orElseThrow();

    assertEquals(2, made.getRoiNumber());
    assertEquals("Drawn here", made.getRecipe());
    assertEquals(Optional.of(made), session.viewing().selectedStructure());
    assertEquals(25 * Math.PI, area(session, SLICE_MM), CIRCLE_MM2);
    session.editingDomain().getCommandStack().undo();
    assertEquals(1, set(session).getStructures().size());
  }

  @Test
  void aWrittenRtstructIsReadBackWithTheEditedContours() throws Exception {
    stroke(session, 30, 0);
    Path folder = Files.createDirectories(temporary.resolve("written"));
    StructureExport export =
        StructureExport.of(onDisk.folder(), set(session), session.patientCase().isSynthetic());

    export.write(
        folder.resolve("RS.dcm"),
        session.openCase().voxels(),
        Instant.parse("2026-11-21T15:00:00Z"),
        new NullProgressMonitor());

    try (Stream<Path> images = Files.list(temporary.resolve("source"))) {
      for (Path image : images.filter(f -> f.getFileName().toString().startsWith("CT")).toList()) {
        Files.copy(image, folder.resolve(image.getFileName()));
      }
    }
    Path again = Files.createDirectories(temporary.resolve("again"));
    ImportResult result =
        new DicomImport().importFolder(folder, again, executor, new NullProgressMonitor());
    StructureSet read = result.patientCase().getStructureSets().getFirst();
    ContourSet contours =
        new DicomVoxels().readContours(again, read, new NullProgressMonitor()).get(1);
    AxialContours axial = AxialContours.of(contours).orElseThrow();
    SliceStack stack = SliceStack.of(DrawnCase.GRID, Orientation.AXIAL);
    assertEquals(area(session, SLICE_MM), axial.at(SLICE_MM, stack).areaMm2(), 0.02);
    assertEquals(List.of("GTV"), read.getStructures().stream().map(Structure::getName).toList());
    assertTrue(
        !read.getReference()
            .getSopInstanceUid()
            .equals(set(session).getReference().getSopInstanceUid()));
  }

  @Test
  void aWrittenRtstructSaysWhoDrewEveryStructure() throws Exception {
    stroke(session, 30, 0); // on the GTV, which a program drew: DrawnCase writes AUTOMATIC
    var edits = new ContourEdits(session);
    var contours = new ContourSet(List.of(DrawnCase.circle(110, 5)));
    edits.create(wanted("Drawn", StructureOrigin.DRAWN), contours);
    edits.create(wanted("Grown", "GTV grown by 3 mm"), contours);
    edits.create(wanted("Mask", StructureOrigin.ofMask("mask.nii", 1)), contours);
    Path file = temporary.resolve("RS.dcm");

    StructureExport.of(onDisk.folder(), set(session), true)
        .write(
            file,
            session.openCase().voxels(),
            Instant.parse("2026-11-21T15:00:00Z"),
            new NullProgressMonitor());

    assertEquals(
        Map.of(
            1, GenerationAlgorithm.SEMIAUTOMATIC,
            2, GenerationAlgorithm.MANUAL,
            3, GenerationAlgorithm.SEMIAUTOMATIC),
        new DicomVoxels().readGenerationAlgorithms(file));
  }

  @Test
  void interpolatedSlicesAreSaidInTheRecipeInTheSameStep() {
    new ContourEdits(session)
        .interpolate(
            structure(session),
            new ContourSet(List.of(DrawnCase.circle(110, 5))),
            "Interpolate GTV");

    assertEquals("Imported, with interpolated slices", structure(session).getRecipe());
    session.editingDomain().getCommandStack().undo();
    assertFalse(structure(session).isSetRecipe());
    assertFalse(structure(session).isSetContourDigest());
  }

  private static NewStructure wanted(String name, String recipe) {
    return new NewStructure(name, Optional.empty(), StructureType.OTHER, 0x00ff00, recipe);
  }

  @Test
  void strokesAtTheBorderOfTheImageWork() {
    stroke(session, DrawnCase.GRID.originMm().x() - 1, DrawnCase.GRID.originMm().y() - 1);

    assertTrue(area(session, SLICE_MM) > Math.PI * DrawnCase.RADIUS_MM * DrawnCase.RADIUS_MM);
  }

  @Test
  void withoutASelectionThereIsASentence() {
    session.viewing().select(Optional.empty());

    Drawing.Possible possible = Drawing.of(session, frame(session), Optional.empty());

    var refused = assertInstanceOf(Drawing.Possible.Refused.class, possible);
    assertTrue(refused.sentence().startsWith("Select"), refused.sentence());
  }

  @Test
  void structuresOfAnotherFrameAreRefused() {
    Drawing.Possible possible = Drawing.of(session, "2.25.99", Optional.empty());

    assertInstanceOf(Drawing.Possible.Refused.class, possible);
  }

  private Map<Path, byte[]> dicomFiles() throws Exception {
    Map<Path, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(onDisk.folder().resolve("dicom"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    assertFalse(files.isEmpty());
    return files;
  }

  private static void stroke(CaseSession session, double xMm, double yMm) {
    Drawing drawing = drawing(session);
    SliceShape shape = new BrushStroke(drawing.at(SLICE_MM), 4, false, xMm, yMm).finished();
    AxialContours changed = drawing.contours().with(SLICE_MM, shape, drawing.stack());
    new ContourEdits(session).replace(drawing.structure(), changed.contourSet(), "Draw");
  }

  private static double area(CaseSession session, double zMm) {
    return drawing(session).at(zMm).areaMm2();
  }

  private static Drawing drawing(CaseSession session) {
    return assertInstanceOf(
            Drawing.Possible.Ready.class, Drawing.of(session, frame(session), Optional.empty()))
        .drawing();
  }

  private static Structure structure(CaseSession session) {
    return set(session).getStructures().getFirst();
  }

  private static StructureSet set(CaseSession session) {
    return session.patientCase().getStructureSets().getFirst();
  }

  private static String frame(CaseSession session) {
    return set(session).getFrameOfReference().getUid();
  }
}
