/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.inference.tensor.TensorShape;

class ModelPackageReaderTest {

  @TempDir Path folder;

  private PackageFolder files;

  @BeforeEach
  void makeFolder() {
    files = new PackageFolder(folder);
  }

  @Test
  void readsEveryField() throws ModelPackageException {
    ModelPackage model = files.read(PackageFolder.description());
    ModelDescription description = model.description();

    assertEquals("test.untrained", description.identity().id());
    assertEquals(new DoseQuantity.Eqd2(3), description.dose().quantity());
    assertEquals(new ValueRange(25, 35), description.dose().fractionCount());
    assertEquals(2, description.dose().voxelSizeZMm());
    assertEquals(40, description.training().eventCount());
    assertEquals(0.2, description.calibration().orElseThrow().incidenceFraction());
    assertEquals("mm", description.features().get(1).unit());
    assertEquals(
        TensorShape.of(1, 1, 2, 2, 2),
        description.input(TensorSpecification.Role.DOSE).orElseThrow().shape());
    assertArrayEquals(
        "0000".getBytes(StandardCharsets.UTF_8), model.content(FileRole.FORWARD).orElseThrow());
  }

  @Test
  void whatWasCheckedIsWhatIsUsed() throws ModelPackageException {
    ModelPackage model = files.read(PackageFolder.description());
    files.put("net.bin", "evil");
    model.content(FileRole.FORWARD).orElseThrow()[0] = 1;

    assertEquals('0', model.content(FileRole.FORWARD).orElseThrow()[0]);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "\"format\": 1 | \"format\": 2 | format 2 is not known",
        "\"format\": 1 | \"format\": 1.5 | format must be a whole number",
        "\"format\": 1 | \"format\": \"1\" | format must be a finite number",
        "\"format\": 1 | \"format\": 1, \"script\": \"x\" | unknown keys: script",
        "\"x\": 1 | \"x\": 1, \"w\": 4 | unknown keys: dose.voxelSizeMm.w",
        "\"mean\": 0 | \"mean\": 0, \"gain\": 4 | unknown keys: features[1].gain",
        "\"format\": 1 | \"format\": 1, \"format\": 1 | occurs twice",
        "\"id\": \"test.untrained\" | \"id\": \"../x\" | not an id",
        "\"id\": \"test.untrained\", |  | the key id is missing",
        "\"version\": \"1.0.0\" | \"version\": \"new\" | not a version",
        "\"version\": \"1.0.0\" | \"version\": null | version is null",
        "\"quantity\": \"eqd2\" | \"quantity\": \"bed\" | must be physical or eqd2",
        "\"quantity\": \"eqd2\" | \"quantity\": \"physical\" | unknown keys: dose.alphaBetaGy",
        "\"role\": \"score\" | \"role\": \"guess\" | must be one of dose, features, score",
        "[1, 1, 2, 2, 2] | [1, 1, 99999, 99999, 99999] | no tensor can have the shape",
        "[1, 1, 2, 2, 2] | [1, 1, 1e12] | no tensor can have the shape",
        "[1, 1, 2, 2, 2] | [1, 1, -2] | no tensor can have the shape",
        "[1, 2] | [1, 3] | 2 features are described, the inputs take 3",
        "\"name\": \"b\" | \"name\": \"a\" | the feature a occurs twice",
        "\"standardDeviation\": 1 | \"standardDeviation\": 0 | no scaling of b",
        "\"alphaBetaGy\": 3 | \"alphaBetaGy\": NaN | the text is not JSON",
        "\"alphaBetaGy\": 3 | \"alphaBetaGy\": 1e999 | forbids NaN and infinities",
        "\"maximum\": 35 | \"maximum\": 5 | not a range",
        "\"eventCount\": 40 | \"eventCount\": 98 | impossible counts",
        "\"synthetic\": false | \"synthetic\": \"no\" | must be true or false",
      })
  void refusesAWrongDescription(String from, String to, String sentence) {
    String wrong = PackageFolder.description().replaceFirst(quote(from), to == null ? "" : to);
    files.write(wrong);

    String refusal = files.refusal().orElseThrow();
    assertTrue(refusal.contains(sentence), refusal);
    assertTrue(refusal.startsWith("The model package is refused: "), refusal);
  }

  private static String quote(String text) {
    return Pattern.quote(text);
  }

  @ParameterizedTest
  @CsvSource({
    "../net.bin",
    "/etc/passwd",
    "a/../../net.bin",
    "C:/net.bin",
    "a\\\\b",
    ".hidden",
    "a//b",
    "~/x"
  })
  void refusesAPathThatLeavesThePackage(String path) {
    files.write(PackageFolder.description());
    files.put(
        "model.json",
        PackageFolder.description()
            .replace(
                "@FILES@",
                files.entry("MODEL_CARD.md", "card")
                    + ","
                    + files.entry("net.bin", "forward").replace("\"net.bin\"", quoted(path))));

    assertTrue(files.refusal().orElseThrow().contains("not a path inside the package"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  @Test
  void refusesASymbolicLinkEvenToTheRightContent(@TempDir Path elsewhere) throws IOException {
    files.write(PackageFolder.description());
    Path target = Files.move(folder.resolve("net.bin"), elsewhere.resolve("net.bin"));
    assumeTrue(linked(folder.resolve("net.bin"), target), "no symbolic links here");

    assertTrue(files.refusal().orElseThrow().contains("is no file"));
  }

  @Test
  void refusesAFolderThatIsALink(@TempDir Path elsewhere) throws IOException {
    files.write(PackageFolder.description());
    Files.writeString(elsewhere.resolve("net.bin"), "0000");
    assumeTrue(linked(folder.resolve("sub"), elsewhere), "no symbolic links here");
    String entry = files.entry("net.bin", "forward").replace("\"net.bin\"", "\"sub/net.bin\"");
    files.put(
        "model.json",
        PackageFolder.description()
            .replace("@FILES@", files.entry("MODEL_CARD.md", "card") + "," + entry));

    assertTrue(files.refusal().orElseThrow().contains("leads out of the package"));
  }

  private static boolean linked(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // Windows without the right to
    }
  }

  @Test
  void refusesADamagedFile() {
    files.write(PackageFolder.description());
    files.put("net.bin", "0001");
    assertTrue(files.refusal().orElseThrow().contains("checksum differs"));

    files.put("net.bin", "000");
    assertTrue(files.refusal().orElseThrow().contains("3 bytes instead of 4"));

    files.put("net.bin", "00000");
    assertTrue(files.refusal().orElseThrow().contains("larger than 4 bytes"));
  }

  @Test
  void refusesWhatIsMissingOrTooLarge() throws IOException {
    assertTrue(files.refusal().orElseThrow().contains("model.json is missing"));

    files.put("model.json", " ".repeat((1 << 20) + 1));
    assertTrue(files.refusal().orElseThrow().contains("larger than"));

    files.write(PackageFolder.description());
    Files.delete(folder.resolve("net.bin"));
    assertTrue(files.refusal().orElseThrow().contains("net.bin is missing"));

    files.write(PackageFolder.description());
    var small = new ModelPackageReader(new PackageLimits(1 << 20, 3, 100, 2));
    assertThrows(ModelPackageException.class, () -> small.read(folder, null));
    var few = new ModelPackageReader(new PackageLimits(1 << 20, 100, 100, 1));
    assertThrows(ModelPackageException.class, () -> few.read(folder, null));
  }

  @Test
  void refusesTextThatIsNoJsonWithoutFallingOver() throws IOException {
    for (String text : new String[] {"", "[]", "{", "{}x", "{'a':1}", "{\"format\":1}//"}) {
      files.put("model.json", text);
      assertTrue(files.refusal().isPresent(), text);
    }
    files.put("model.json", "{\"a\":".repeat(50_000));
    assertTrue(files.refusal().isPresent());
    Files.write(folder.resolve("model.json"), new byte[] {(byte) 0xC3, 0x28});
    assertTrue(files.refusal().orElseThrow().contains("not UTF-8"));
  }

  @Test
  void stopsWhenCancelled() {
    files.write(PackageFolder.description());
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var reader = new ModelPackageReader();

    assertThrows(OperationCanceledException.class, () -> reader.read(folder, monitor));
  }
}
