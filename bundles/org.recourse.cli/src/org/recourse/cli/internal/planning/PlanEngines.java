/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.engine.DoseEngineEntry;

/** Installed dose engines as rows. Stateless. */
public final class PlanEngines {

  private PlanEngines() {}

  /** One line for each engine: id, title, contributing bundle. */
  public static String lines(DoseEngineCatalogue engines) {
    var lines = new StringBuilder();
    for (DoseEngineEntry entry : engines.engines()) {
      lines
          .append(String.join("\t", entry.id(), entry.title(), entry.contributor()))
          .append(System.lineSeparator());
    }
    return lines.toString();
  }

  /** The same for a result file. */
  public static JsonArray json(DoseEngineCatalogue engines) {
    var list = new JsonArray();
    for (DoseEngineEntry entry : engines.engines()) {
      var one = new JsonObject();
      one.addProperty("engineId", entry.id());
      one.addProperty("title", entry.title());
      one.addProperty("contributor", entry.contributor());
      list.add(one);
    }
    return list;
  }
}
