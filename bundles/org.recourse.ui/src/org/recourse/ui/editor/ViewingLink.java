/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

import org.eclipse.swt.widgets.Control;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;

/** Listens to what the user looks at for as long as a control lives. Stateless. */
public final class ViewingLink {

  private ViewingLink() {}

  public static void keep(CaseSession session, Control owner, ViewingListener listener) {
    session.viewing().addListener(listener);
    owner.addDisposeListener(e -> session.viewing().removeListener(listener));
  }
}
