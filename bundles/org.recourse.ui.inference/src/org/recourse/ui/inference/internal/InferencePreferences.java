/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.Objects;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What the page keeps in the preferences of the workspace; never the token. Thread-safe. */
final class InferencePreferences {

  private static final String NODE = "org.recourse.ui.inference";
  private static final String USED = "server.used";
  private static final String ADDRESS = "server.address";
  private static final String CERTIFICATES = "server.certificates";
  private static final String CONNECT_SECONDS = "server.connectSeconds";
  private static final String ANSWER_SECONDS = "server.answerSeconds";
  private static final String WITHOUT_CHECKSUM = "server.withoutChecksum";
  private static final String TOKEN_STORED = "server.tokenStored";
  private static final String DEMONSTRATION = "demonstrationOutput";

  private final IEclipsePreferences node;

  InferencePreferences(IEclipsePreferences node) {
    this.node = Objects.requireNonNull(node, "node");
  }

  static InferencePreferences ofWorkspace() {
    return new InferencePreferences(InstanceScope.INSTANCE.getNode(NODE));
  }

  ServerEntry server() {
    ServerEntry none = ServerEntry.NONE;
    return new ServerEntry(
        node.getBoolean(USED, none.used()),
        node.get(ADDRESS, none.address()),
        node.get(CERTIFICATES, none.certificates()),
        node.getInt(CONNECT_SECONDS, none.connectSeconds()),
        node.getInt(ANSWER_SECONDS, none.answerSeconds()),
        node.getBoolean(WITHOUT_CHECKSUM, none.withoutChecksum()),
        node.getBoolean(TOKEN_STORED, none.tokenStored()));
  }

  boolean demonstration() {
    return node.getBoolean(DEMONSTRATION, false);
  }

  void save(ServerEntry server, boolean demonstration) throws BackingStoreException {
    node.putBoolean(USED, server.used());
    node.put(ADDRESS, server.address().strip());
    node.put(CERTIFICATES, server.certificates().strip());
    node.putInt(CONNECT_SECONDS, server.connectSeconds());
    node.putInt(ANSWER_SECONDS, server.answerSeconds());
    node.putBoolean(WITHOUT_CHECKSUM, server.withoutChecksum());
    node.putBoolean(TOKEN_STORED, server.tokenStored());
    node.putBoolean(DEMONSTRATION, demonstration);
    node.flush();
  }
}
