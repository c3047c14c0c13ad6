/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.osgi.service.prefs.BackingStoreException;
import org.recourse.inference.engine.EngineCatalogue;

/** Engines, server and packages of trained models. UI thread only. */
public final class InferencePreferencePage extends PreferencePage
    implements IWorkbenchPreferencePage {

  private final InferencePreferences preferences = InferencePreferences.ofWorkspace();
  private ServerTab server; // null until the controls are made, or without engines
  private ModelsTab models; // null until the controls are made, or without engines

  @Override
  public void init(IWorkbench workbench) {
    setDescription("How trained models are run, and which are installed.");
  }

  @Override
  protected Control createContents(Composite parent) {
    Optional<EngineCatalogue> catalogue = Services.find(EngineCatalogue.class);
    if (catalogue.isEmpty()) {
      var label = new Label(parent, SWT.WRAP);
      label.setText("This installation has no inference engines.");
      return label;
    }
    var folder = new TabFolder(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
    new EnginesTab(folder, catalogue.get());
    server = new ServerTab(folder, preferences.server(), this::validate);
    models = new ModelsTab(folder, preferences.demonstration());
    return folder;
  }

  private void validate() {
    Optional<String> mistake = server.mistake();
    setErrorMessage(mistake.orElse(null)); // JFace: null takes the message away
    setValid(mistake.isEmpty());
  }

  @Override
  protected void performDefaults() {
    if (server != null) {
      server.show(ServerEntry.NONE);
      models.showDemonstration(false);
      validate();
    }
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    if (server == null) {
      return true;
    }
    try {
      ServerEntry entry = server.entry();
      Optional<String> typed = server.typedToken();
      if (typed.isPresent()) {
        TokenStore.ofUser().store(typed.get());
        server.tokenWasStored();
      } else if (preferences.server().tokenStored() && !entry.tokenStored()) {
        TokenStore.ofUser().forget();
      }
      preferences.save(entry, models.demonstrationOn());
      return true;
    } catch (StorageException | IOException | BackingStoreException | IllegalArgumentException e) {
      ErrorDialog.openError(
          getShell(),
          "Inference",
          "The settings could not be stored.",
          Status.error(String.valueOf(e.getMessage()), e));
      return false;
    }
  }
}
