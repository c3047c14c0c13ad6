/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Text;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.RemoteEngine;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.ui.widget.WidgetId;

/** Address, secret and trust of a server of the department. UI thread only. */
final class ServerTab {

  private static final int LONGEST_SECONDS = 3600;
  private static final int COLUMNS = 3;
  private static final String STORED = "stored in the secure storage; type to replace it";
  private static final String NOT_STORED = "none";

  private final Runnable changed;
  private final Button used;
  private final Text address;
  private final Text token;
  private final Button forget;
  private final Text certificates;
  private final Spinner connectSeconds;
  private final Spinner answerSeconds;
  private final Button withoutChecksum;
  private final Button test;
  private final Label result;
  private boolean tokenStored;

  ServerTab(TabFolder folder, ServerEntry entry, Runnable changed) {
    this.changed = changed;
    Composite content = Blocks.tab(folder, "Server", COLUMNS);
    used =
        check(
            content,
            "inference.server.used",
            "Run models on an inference server before the engines of this machine");
    address = text(content, "inference.server.address", "Address:", SWT.NONE);
    address.setMessage("https://gpu.example:8443");
    filler(content);
    token = text(content, "inference.server.token", "Token:", SWT.PASSWORD);
    forget = new Button(content, SWT.PUSH);
    forget.setText("Forget");
    forget.setToolTipText("Removes the token from the secure storage");
    GridDataFactory.fillDefaults().applyTo(forget);
    certificates = text(content, "inference.server.certificates", "Certificates:", SWT.NONE);
    certificates.setMessage("those of the platform");
    var browse = new Button(content, SWT.PUSH);
    browse.setText("Browse…");
    GridDataFactory.fillDefaults().applyTo(browse);
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
    connectSeconds = seconds(content, "inference.server.connect", "Connect within:");
    answerSeconds = seconds(content, "inference.server.answer", "Answer within:");
    withoutChecksum =
        check(
            content,
            "inference.server.withoutChecksum",
            "Use models for which the server states no checksum, with a warning");
    test = Blocks.button(content, "inference.server.test", "Test Connection");
    result = Blocks.sentence(content, "inference.server.result", 2);
    show(entry);
    listen();
  }

  private static Button check(Composite parent, String id, String text) {
    Button button = WidgetId.mark(new Button(parent, SWT.CHECK), id);
    button.setText(text);
    GridDataFactory.swtDefaults().span(COLUMNS, 1).applyTo(button);
    return button;
  }

  private static Text text(Composite parent, String id, String label, int style) {
    label(parent, label);
    Text text = WidgetId.mark(new Text(parent, SWT.BORDER | SWT.SINGLE | style), id);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    return text;
  }

  private static void label(Composite parent, String text) {
    var label = new Label(parent, SWT.NONE);
    label.setText(text);
    GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
  }

  private static void filler(Composite parent) {
    new Label(parent, SWT.NONE);
  }

  private static Spinner seconds(Composite parent, String id, String label) {
    label(parent, label);
    var row = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
    Spinner spinner = WidgetId.mark(new Spinner(row, SWT.BORDER), id);
    spinner.setMinimum(1);
    spinner.setMaximum(LONGEST_SECONDS);
    new Label(row, SWT.NONE).setText("s");
    return spinner;
  }

  void show(ServerEntry entry) {
    used.setSelection(entry.used());
    address.setText(entry.address());
    token.setText("");
    tokenStored = entry.tokenStored();
    certificates.setText(entry.certificates());
    connectSeconds.setSelection(entry.connectSeconds());
    answerSeconds.setSelection(entry.answerSeconds());
    withoutChecksum.setSelection(entry.withoutChecksum());
    enable();
  }

  private void listen() {
    for (Button button : List.of(used, withoutChecksum)) {
      button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> edited()));
    }
    for (Text text : List.of(address, token, certificates)) {
      text.addModifyListener(event -> edited());
    }
    forget.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            event -> {
              tokenStored = false;
              token.setText("");
              edited();
            }));
    test.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> startTest()));
  }

  private void edited() {
    result.setText("");
    enable();
    changed.run();
  }

  private void enable() {
    token.setMessage(tokenStored ? STORED : NOT_STORED);
    forget.setEnabled(tokenStored || !token.getText().isEmpty());
    test.setEnabled(!address.getText().isBlank());
  }

  private void browse() {
    var dialog = new FileDialog(certificates.getShell(), SWT.OPEN);
    dialog.setText("Trusted Certificates");
    dialog.setFilterExtensions(new String[] {"*.pem;*.crt;*.cer;*.p12;*.jks", "*.*"});
    String chosen = dialog.open();
    if (chosen != null) { // SWT: cancelled
      certificates.setText(chosen);
    }
  }

  /** Returns what stands in the fields. */
  ServerEntry entry() {
    return new ServerEntry(
        used.getSelection(),
        address.getText(),
        certificates.getText(),
        connectSeconds.getSelection(),
        answerSeconds.getSelection(),
        withoutChecksum.getSelection(),
        tokenStored || !token.getText().isEmpty());
  }

  /** Returns a token that was typed and is not stored yet. */
  Optional<String> typedToken() {
    return Optional.of(token.getText().strip()).filter(typed -> !typed.isEmpty());
  }

  /** Returns what is wrong with the fields, if they are to be used. */
  Optional<String> mistake() {
    ServerEntry entry = entry();
    if (!entry.used()) {
      return Optional.empty();
    }
    if (entry.address().isBlank()) {
      return Optional.of("Enter the address of the server.");
    }
    try {
      Optional<BearerToken> typed = typedToken().map(BearerToken::new);
      // a stored token is not read here, since that may ask for a password
      entry.settings(typed.or(() -> entry.tokenStored() ? placeholder() : Optional.empty()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("Server: " + e.getMessage() + ".");
    }
  }

  private static Optional<BearerToken> placeholder() {
    return Optional.of(new BearerToken("stored"));
  }

  private void startTest() {
    ServerEntry entry = entry();
    Optional<String> typed = typedToken();
    boolean stored = tokenStored;
    test.setEnabled(false);
    result.setText("Asking " + entry.address().strip() + "…");
    PageJob.start(
        "Testing the inference server",
        result,
        monitor -> verdict(entry, typed, stored, monitor),
        verdict -> {
          test.setEnabled(true);
          result.setText(verdict);
        });
  }

  private static String verdict(
      ServerEntry entry, Optional<String> typed, boolean stored, IProgressMonitor monitor) {
    try {
      Optional<BearerToken> secret = typed.map(BearerToken::new);
      if (secret.isEmpty() && stored) {
        secret = TokenStore.ofUser().token();
      }
      RemoteSettings settings = entry.settings(secret);
      return switch (RemoteEngine.state(settings, monitor)) {
        case EngineState.Unavailable(String sentence) -> sentence;
        case EngineState.Ready ready ->
            "Connected to %s. %s"
                .formatted(
                    ready.version(),
                    ready.findings().stream().map(Finding::text).collect(Collectors.joining(" ")))
                .strip();
      };
    } catch (IllegalArgumentException e) {
      return "The settings are wrong: " + e.getMessage() + ".";
    } catch (StorageException e) {
      return "The token cannot be read from the secure storage: " + e.getMessage() + ".";
    }
  }

  /** Says that a typed token lies in the storage now. */
  void tokenWasStored() {
    tokenStored = true;
    token.setText("");
  }
}
