/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.service.prefs.BackingStoreException;
import org.recourse.outcomes.registry.RegistryAddress;
import org.recourse.ui.widget.WidgetId;

/** Asks where the registry is. */
final class RegistryPlaceDialog extends TitleAreaDialog {

  private Text address;
  private Text user;
  private Text password;

  RegistryPlaceDialog(Shell parent) {
    super(parent);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Outcome registry");
    setMessage(
        "A file for this workbench alone, or jdbc:postgresql://server/database for a department.");
    var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
    address = text(area, "File or address", SWT.NONE, RegistrySettings.address());
    user = text(area, "User", SWT.NONE, RegistrySettings.user());
    password = text(area, "Password", SWT.PASSWORD, "");
    password.setMessage("kept in the secure storage; empty leaves it as it is");
    return area;
  }

  private static Text text(Composite area, String label, int style, String initial) {
    new Label(area, SWT.NONE).setText(label);
    var text = WidgetId.mark(new Text(area, SWT.BORDER | style), "registryPlace." + label);
    text.setText(initial);
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
    return text;
  }

  @Override
  protected void okPressed() {
    try {
      RegistryAddress.parse(address.getText());
      RegistrySettings.keep(address.getText(), user.getText(), password.getText());
      super.okPressed();
    } catch (IllegalArgumentException e) {
      setErrorMessage(e.getMessage());
    } catch (BackingStoreException | StorageException e) {
      setErrorMessage("The settings could not be kept: " + e.getMessage());
    }
  }
}
