/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assistant on the bundled case, as a user works with it: edit, the risk changes, the overlay,
 * a proposal previewed, accepted and undone, a report written and read.
 */
class AssistantStoryTest {

  private static final String ASSISTANT = "org.recourse.ui.views.assistant";
  private static final String REPORT = "org.recourse.ui.assistant.report";
  private static final String FILE = "org.recourse.ui.assistant.report.file";

  @TempDir private Path folder;

  private final Window window = new Window(PlatformUI.getWorkbench().getDisplay());

  @Test
  void editPreviewAcceptUndoAndReport() throws Exception {
    window.openBundledCase();
    window.show(ASSISTANT);
    window.waitUntil("risks are shown", () -> isCurrentAfter(-1) && !risks().isEmpty());

    List<String> before = risks();
    edit("totalDose", "58.0");
    assertNotEquals(before, risks());
    assertTrue(
        texts("assistant.risk.change").stream().anyMatch(text -> text.contains("by this edit")));

    overlayOnAndOff();
    search();
    Composite card = acceptableCard();
    preview(card);
    acceptAndUndo(card);
    report();
  }

  private void edit(String field, String text) {
    long revision = revision();
    window.chooseTab("Prescription");
    window.type(field, text);
    window.waitUntil("numbers after " + field, () -> isCurrentAfter(revision));
  }

  private void overlayOnAndOff() {
    Button heat = window.control(Button.class, "assistant.heat");
    window.press(heat);
    assertTrue(Window.session().orElseThrow().viewing().wantedOverlay().isPresent());
    window.press(heat);
    assertTrue(Window.session().orElseThrow().viewing().wantedOverlay().isEmpty());
  }

  private void search() {
    window.press(window.control(Button.class, "assistant.search"));
    window.waitUntil("proposals", () -> !cards().isEmpty());
    Button stop = window.control(Button.class, "assistant.stop");
    if (stop.isEnabled()) { // fluence is still optimised for more
      window.press(stop);
    }
    window.waitUntil("the search is over", () -> !stop.isEnabled());
    assertFalse(cards().isEmpty(), "a stopped search keeps what it found");
    window.press(window.control(Button.class, "assistant.whyNotLower"));
    assertFalse(texts("assistant.proposals.limits").getFirst().isEmpty());
  }

  private Composite acceptableCard() {
    for (Composite card : cards()) {
      boolean acceptable = button(card, "assistant.proposal.accept").isEnabled();
      String checks = text(card, "assistant.proposal.checks");
      assertEquals(acceptable, !checks.startsWith("Not acceptable"), checks);
    }
    return cards().stream()
        .filter(card -> button(card, "assistant.proposal.accept").isEnabled())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no proposal passed its checks"));
  }

  private void preview(Composite card) {
    long revision = revision();
    List<String> risks = risks();
    Button preview = button(card, "assistant.proposal.preview");
    window.press(preview);
    assertTrue(Window.session().orElseThrow().viewing().preview().isPresent());
    assertEquals(revision, revision(), "a preview does not change the plan");
    assertEquals(risks, risks());
    window.press(preview);
    assertTrue(Window.session().orElseThrow().viewing().preview().isEmpty());
  }

  private void acceptAndUndo(Composite card) throws Exception {
    List<String> before = risks();
    long revision = revision();
    window.press(button(card, "assistant.proposal.accept"));
    window.waitUntil("numbers after accepting", () -> isCurrentAfter(revision));
    assertNotEquals(before, risks());
    window.waitUntil("the acceptance is recorded", this::isAcceptanceRecorded);

    long accepted = revision();
    window.chooseMenu("Edit", "Undo");
    window.waitUntil("numbers after undo", () -> isCurrentAfter(accepted));
    assertEquals(before, risks(), "one undo takes the whole proposal back");
  }

  private boolean isAcceptanceRecorded() {
    Path records = Window.session().orElseThrow().caseFolder().resolve("records");
    try (Stream<Path> files = Files.list(records)) {
      return files.anyMatch(file -> file.getFileName().toString().contains("-acceptance-"));
    } catch (IOException e) { // not written yet
      return false;
    }
  }

  private void report() throws Exception {
    Path file = folder.resolve("report.pdf");
    var workbench = PlatformUI.getWorkbench();
    var command = workbench.getService(ICommandService.class).getCommand(REPORT);
    workbench
        .getService(IHandlerService.class)
        .executeCommand(
            ParameterizedCommand.generateCommand(command, Map.of(FILE, file.toString())), null);
    window.waitUntil("the report is written", () -> Files.exists(file));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertTrue(text.contains("Research only"));
      assertTrue(text.contains("Proposals considered"));
      assertTrue(text.contains("(accepted)"));
      assertTrue(text.contains("58.0 Gy in 27 fractions"));
      int images = 0;
      for (var page : document.getPages()) {
        for (var name : page.getResources().getXObjectNames()) {
          images += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      assertEquals(6, images, "three planes of the physical and of the cumulative dose");
    }
  }

  private List<Composite> cards() {
    return window.controls(c -> "assistant.proposal".equals(c.getData(Window.ID))).stream()
        .map(Composite.class::cast)
        .toList();
  }

  private static Button button(Composite card, String id) {
    return (Button) child(card, id).orElseThrow();
  }

  private static String text(Composite card, String id) {
    return ((Label) child(card, id).orElseThrow()).getText();
  }

  private static Optional<Control> child(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (id.equals(child.getData(Window.ID))) {
        return Optional.of(child);
      }
      if (child instanceof Composite composite) {
        Optional<Control> deeper = child(composite, id);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  private List<String> risks() {
    return texts("assistant.risk.value");
  }

  private List<String> texts(String id) {
    return window.controls(c -> id.equals(c.getData(Window.ID))).stream()
        .map(Window::text)
        .toList();
  }

  /** Views that nobody sees wait until they are shown. */
  private boolean isCurrentAfter(long revision) {
    List<Control> holders =
        window.controls(c -> c.getData("org.recourse.revision") != null && c.isVisible());
    return !holders.isEmpty()
        && !Window.session().orElseThrow().planWatch().isStale()
        && holders.stream()
            .allMatch(
                c ->
                    Boolean.FALSE.equals(c.getData("org.recourse.stale"))
                        && (Long) c.getData("org.recourse.revision") > revision);
  }

  private long revision() {
    return Window.session().orElseThrow().planWatch().revision();
  }
}
