/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every action is a command with a key and a menu entry; {@code plugin.xml} says so. */
class ViewerActionTest {

  @Test
  void everyActionHasACommandAKeyAndAMenuEntry() throws Exception {
    Document plugin = plugin();
    Set<String> commands = new HashSet<>();
    Set<String> keys = new HashSet<>();
    List<String> entries = new ArrayList<>();
    collect(plugin, "command", "id", commands);
    collect(plugin, "command", "commandId", entries);
    collect(plugin, "key", "commandId", keys);
    for (ViewerAction action : ViewerAction.values()) {
      assertTrue(commands.contains(action.commandId()), "command " + action.commandId());
      assertTrue(keys.contains(action.commandId()), "key of " + action.commandId());
      assertTrue(entries.contains(action.commandId()), "menu entry " + action.commandId());
    }
    assertEquals(ViewerAction.values().length, commands.size());
  }

  @Test
  void keysWorkOnlyWhileASliceHasTheKeyboard() throws Exception {
    Set<String> contexts = new HashSet<>();
    collect(plugin(), "key", "contextId", contexts);
    assertEquals(Set.of("org.recourse.ui.viewer.slices"), contexts);
  }

  private static void collect(
      Document plugin, String tag, String attribute, Collection<String> target) {
    NodeList elements = plugin.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element && element.hasAttribute(attribute)) {
        target.add(element.getAttribute(attribute));
      }
    }
  }

  private static Document plugin() throws Exception {
    Path file = Path.of("..", "org.recourse.ui.viewer", "plugin.xml");
    Assumptions.assumeTrue(Files.exists(file), "skipped: not run in the source tree");
    try (InputStream in = Files.newInputStream(file)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }
}
