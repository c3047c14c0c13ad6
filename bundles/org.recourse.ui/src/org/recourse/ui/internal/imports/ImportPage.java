/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.recourse.ui.widget.WidgetId;

/** Asks what to import and where to. */
final class ImportPage extends WizardPage {

  private final Path defaultParent;
  private Text source;
  private Text name;
  private Text parent;

  ImportPage(Path defaultParent) {
    super("import", "Import a DICOM folder", null);
    this.defaultParent = defaultParent;
    setDescription(
        "CT, MR, structures, plans, doses and registrations of one patient are copied, unchanged,"
            + " into a new case folder.");
  }

  @Override
  public void createControl(Composite container) {
    Composite area = new Composite(container, SWT.NONE);
    area.setLayout(new GridLayout(3, false));
    source = folder(area, "import.source", "DICOM folder", "Choose a folder with DICOM files");
    new Label(area, SWT.NONE).setText("Case name");
    name = WidgetId.mark(new Text(area, SWT.BORDER), "import.name");
    name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    parent = folder(area, "import.parent", "Create in", "Choose where the case folder is made");
    parent.setText(defaultParent.toString());
    source.addModifyListener(e -> proposeName());
    for (Text text : new Text[] {source, name, parent}) {
      text.addModifyListener(e -> check());
    }
    setPageComplete(false);
    setControl(area);
  }

  private Text folder(Composite area, String id, String label, String question) {
    new Label(area, SWT.NONE).setText(label);
    Text text = WidgetId.mark(new Text(area, SWT.BORDER), id);
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Button browse = new Button(area, SWT.PUSH);
    browse.setText("Browse...");
    browse.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              var dialog = new DirectoryDialog(getShell());
              dialog.setMessage(question);
              Optional.ofNullable(dialog.open()).ifPresent(text::setText);
            }));
    return text;
  }

  private void proposeName() {
    path(source.getText())
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(proposed -> !proposed.isBlank())
        .ifPresent(name::setText);
  }

  private void check() {
    Optional<String> complaint = complaint();
    setErrorMessage(complaint.orElse(null)); // JFace: null is no message
    setPageComplete(complaint.isEmpty());
  }

  private Optional<String> complaint() {
    if (path(source.getText()).filter(Files::isDirectory).isEmpty()) {
      return Optional.of("The DICOM folder does not exist.");
    }
    if (name.getText().isBlank() || name.getText().matches(".*[/\\\\:*?\"<>|].*")) {
      return Optional.of("Enter a case name without any of / \\ : * ? \" < > |");
    }
    if (path(parent.getText()).filter(Files::isDirectory).isEmpty()) {
      return Optional.of("The folder in which to create the case does not exist.");
    }
    return isUsed(caseFolder())
        ? Optional.of("The folder " + caseFolder() + " is not empty. Choose another case name.")
        : Optional.empty();
  }

  private static boolean isUsed(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return Files.isRegularFile(folder) || files.findAny().isPresent();
    } catch (IOException e) {
      return true; // what cannot be looked into is not a place for a case
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    } catch (InvalidPathException e) {
      return Optional.empty(); // the user is still typing
    }
  }

  private Path caseFolder() {
    return Path.of(parent.getText().strip()).resolve(name.getText().strip());
  }

  /** What was asked for; valid when the page is complete. */
  ImportCaseJob.Request request() {
    return new ImportCaseJob.Request(
        Path.of(source.getText().strip()), caseFolder(), name.getText().strip());
  }
}
