/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.samples.SampleCases;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CaseStoreTest {

  @TempDir Path folder;

  private final CaseStore store = new CaseStore();

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    PatientCase saved = SampleCases.reirradiation();

    store.save(saved, folder);
    PatientCase loaded = store.load(folder);

    assertNotSame(saved, loaded);
    assertTrue(EcoreUtil.equals(saved, loaded));
    assertEquals(SampleCases.CHINESE_NAME, loaded.getPatient().getName());
  }

  @Test
  void savingLeavesTheCaseAlone() throws IOException {
    PatientCase saved = SampleCases.reirradiation();
    PatientCase before = EcoreUtil.copy(saved);

    store.save(saved, folder);

    assertTrue(EcoreUtil.equals(before, saved));
    assertNull(saved.eResource());
  }

  @Test
  void equalCasesGiveEqualFiles() throws IOException {
    store.save(SampleCases.reirradiation(), folder);
    byte[] first = Files.readAllBytes(CaseStore.caseFile(folder));

    store.save(store.load(folder), folder);

    assertArrayEquals(first, Files.readAllBytes(CaseStore.caseFile(folder)));
    assertArrayEquals(first, store.toBytes(SampleCases.reirradiation()));
  }

  @Test
  void theFileIsUtf8AndStatesItsVersion() throws IOException {
    store.save(SampleCases.reirradiation(), folder);

    String text = Files.readString(CaseStore.caseFile(folder), StandardCharsets.UTF_8);

    assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    assertTrue(text.contains(" formatVersion=\"1\""));
    assertTrue(text.contains("左颞叶"));
    assertFalse(text.contains("\r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line one\nline two\ttab\r\nthree",
        "<&>\"'",
        "𠮷野 (outside the basic plane)",
        "  blanks  ",
        "é ü ß Ł"
      })
  void textsComeBackAsTheyAre(String text) throws IOException {
    PatientCase saved = SampleCases.reirradiation();
    saved.setTitle(text);

    store.save(saved, folder);

    assertEquals(text, store.load(folder).getTitle());
  }

  @Test
  void unknownStaysUnknown() throws IOException {
    PatientCase saved = SampleCases.reirradiation();
    saved.getCourses().getFirst().getPlans().getFirst().getPrescription().unsetFractionCount();

    store.save(saved, folder);
    var loaded = store.load(folder).getCourses().getFirst().getPlans().getFirst();

    assertFalse(loaded.getPrescription().isSetFractionCount());
    assertTrue(loaded.getPrescription().isSetTotalDoseGy());
    assertFalse(loaded.isSetImportedTotalDoseGy());
  }

  @Test
  void theVersionBeforeIsKept() throws IOException {
    PatientCase edited = SampleCases.reirradiation();
    store.save(edited, folder);
    byte[] before = Files.readAllBytes(CaseStore.caseFile(folder));
    edited.setTitle("edited");

    store.save(edited, folder);

    assertArrayEquals(before, Files.readAllBytes(folder.resolve(CaseStore.BACKUP_NAME)));
    assertEquals("edited", store.load(folder).getTitle());
    assertEquals(2, fileCount());
  }

  @Test
  void anInterruptedSaveLeavesTheOldFile() throws IOException {
    store.save(SampleCases.reirradiation(), folder);
    byte[] before = Files.readAllBytes(CaseStore.caseFile(folder));
    var replacement =
        new FileReplacement(CaseStore.caseFile(folder), folder.resolve(CaseStore.BACKUP_NAME));

    assertThrows(
        IOException.class,
        () ->
            replacement.write(
                stream -> {
                  stream.write(before, 0, before.length / 2);
                  throw new IOException("No space left on device");
                }));

    assertArrayEquals(before, Files.readAllBytes(CaseStore.caseFile(folder)));
    assertEquals(1, fileCount());
  }

  @Test
  void whatAKilledProcessLeavesBehindDoesNotMatter() throws IOException {
    Files.writeString(folder.resolve(".case.recourse.1.tmp"), "<half");

    store.save(SampleCases.reirradiation(), folder);

    assertTrue(EcoreUtil.equals(SampleCases.reirradiation(), store.load(folder)));
  }

  @Test
  void aSaveThatIsNotPossibleSaysSo() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("case");

    var e =
        assertThrows(
            CaseStoreException.class, () -> store.save(SampleCases.reirradiation(), blocked));

    assertTrue(e.getMessage().contains("write permission"), e.getMessage());
  }

  @Test
  void aCaseThatRefersOutOfItselfIsNotSaved() throws IOException {
    PatientCase broken = SampleCases.reirradiation();
    store.save(broken, folder);
    byte[] before = Files.readAllBytes(CaseStore.caseFile(folder));
    broken
        .getStructureSets()
        .getFirst()
        .setFrameOfReference(ModelFactory.eINSTANCE.createFrameOfReference());

    var e = assertThrows(CaseStoreException.class, () -> store.save(broken, folder));

    assertTrue(e.getMessage().contains("frameOfReference of StructureSet"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(CaseStore.caseFile(folder)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x1B, 0xFFFE, 0xD800})
  void aTextThatXmlCannotHoldIsNotSaved(int character) {
    PatientCase broken = SampleCases.reirradiation();
    broken.getPatient().setName("x" + (char) character);

    var e = assertThrows(CaseStoreException.class, () -> store.save(broken, folder));

    assertTrue(e.getMessage().contains("name of Patient"), e.getMessage());
    assertFalse(Files.exists(CaseStore.caseFile(folder)));
  }

  @Test
  void aFolderWithoutCaseIsNamed() {
    var e = assertThrows(CaseStoreException.class, () -> store.load(folder));

    assertTrue(e.getMessage().contains("there is no case here"), e.getMessage());
    assertEquals(CaseStore.caseFile(folder), e.file());
  }

  @Test
  void aNewerFormatIsRefusedAndUntouched() throws IOException {
    String text = damage("formatVersion=\"1\"", "formatVersion=\"2\" novelty=\"new\"");

    var e = assertThrows(CaseStoreException.class, () -> store.load(folder));

    assertTrue(e.getMessage().contains("format version 2"), e.getMessage());
    assertTrue(e.getMessage().contains("newer release"), e.getMessage());
    assertEquals(text, Files.readString(CaseStore.caseFile(folder)));
  }

  @Test
  void anotherDocumentIsNoCase() throws IOException {
    Files.writeString(CaseStore.caseFile(folder), "<html><body/></html>");

    var e = assertThrows(CaseStoreException.class, () -> store.load(folder));

    assertTrue(e.getMessage().contains("no ReCourse case"), e.getMessage());
  }

  @Test
  void damageIsNamedWithFileLineAndRemedy() throws IOException {
    String text = damage("fractionCount=\"30\"", "fractionCount=\"3O\"");
    int line = (int) text.substring(0, text.indexOf("\"3O\"")).lines().count();

    var e = assertThrows(CaseStoreException.class, () -> store.load(folder));

    assertEquals(OptionalInt.of(line), e.line());
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("line " + line), e.getMessage());
    assertTrue(e.getMessage().contains("3O"), e.getMessage());
    assertTrue(e.getMessage().contains("backup"), e.getMessage());
  }

  @Test
  void theVersionBeforeIsOfferedWhereThereIsOne() throws IOException {
    store.save(SampleCases.reirradiation(), folder);
    damage("</recourse:PatientCase>", "");

    var e = assertThrows(CaseStoreException.class, () -> store.load(folder));

    assertTrue(e.getMessage().contains("copy case.recourse.bak to case.recourse"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><recourse:PatientCase",
        "<!DOCTYPE x><recourse:PatientCase"
      })
  void aDocumentTypeIsRefused(String start) throws IOException {
    damage("<recourse:PatientCase", start);

    assertThrows(CaseStoreException.class, () -> store.load(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown=\"1\"", // a feature of nobody
        "title=\"a\" title=\"b\"",
        "formatVersion=\"x\"",
        "formatVersion=\"-1\""
      })
  void whatTheModelDoesNotKnowIsRefused(String attribute) throws IOException {
    damage("formatVersion=\"1\"", attribute);

    assertThrows(CaseStoreException.class, () -> store.load(folder));
  }

  @Test
  void aReferenceIntoNothingIsRefused() throws IOException {
    damage("frameOfReference=\"//@framesOfReference.0\"", "frameOfReference=\"//@courses.17\"");

    assertThrows(CaseStoreException.class, () -> store.load(folder));
  }

  @Test
  void aReferenceToAnotherFileIsRefused() throws IOException {
    damage(
        "<framesOfReference uid=\"1.2.3.1\" label=\"2024\"/>",
        "<framesOfReference href=\"other.recourse#/\"/>");

    assertThrows(CaseStoreException.class, () -> store.load(folder));
  }

  /** Any damage either leaves a case that can be read, or is said in the one exception. */
  @RepeatedTest(200)
  void randomDamageNeverEscapesAsAnythingElse(RepetitionInfo run) throws IOException {
    var random = new Random(run.getCurrentRepetition());
    byte[] bytes = store.toBytes(SampleCases.reirradiation());
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
    Files.write(CaseStore.caseFile(folder), Arrays.copyOf(bytes, length));

    try {
      store.load(folder);
    } catch (CaseStoreException e) {
      assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
    }
  }

  @Test
  void olderFormatsGoThroughTheirSteps() throws IOException {
    store.save(SampleCases.reirradiation(), folder);
    FormatMigration step =
        migration(1, root -> root.setAttribute("title", "migrated from " + root.getNodeName()));
    var later = new CaseStore(new FormatHistory(2, List.of(step)));

    PatientCase migrated = later.load(folder);

    assertEquals("migrated from recourse:PatientCase", migrated.getTitle());
    assertEquals(2, migrated.getFormatVersion());
    assertEquals(3, migrated.getCourses().size());
  }

  @Test
  void aHistoryWithAGapIsRefused() {
    FormatMigration second = migration(2, root -> {});

    assertThrows(IllegalArgumentException.class, () -> new FormatHistory(2, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new FormatHistory(2, List.of(second)));
  }

  private static FormatMigration migration(int fromVersion, Consumer<Element> change) {
    return new FormatMigration() {
      @Override
      public int fromVersion() {
        return fromVersion;
      }

      @Override
      public void migrate(Document document) {
        change.accept(document.getDocumentElement());
      }
    };
  }

  /** Saves the sample and changes a text in its file; returns the new content. */
  private String damage(String found, String replacement) throws IOException {
    store.save(SampleCases.reirradiation(), folder);
    Path file = CaseStore.caseFile(folder);
    String sound = Files.readString(file);
    assertTrue(sound.contains(found), sound);
    String damaged = sound.replace(found, replacement);
    Files.writeString(file, damaged);
    return damaged;
  }

  private long fileCount() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
