/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.DoseInfluence;

/**
 * A catalogue made from a list; the border to the code of vendors. Of two engines with the same id
 * the first is used and a finding names both bundles. Immutable but for the engines it creates.
 */
public final class ContributedDoseEngines implements DoseEngineCatalogue {

  private final Map<String, DoseEngineEntry> entryById;
  private final List<Finding> findings;

  public ContributedDoseEngines(List<DoseEngineEntry> entries) {
    var unique =
        UniqueIds.of(entries, "dose engine", DoseEngineEntry::id, DoseEngineEntry::contributor);
    entryById = unique.byId();
    findings = unique.findings();
  }

  /** Only the engine of this bundle, for programs without an extension registry. */
  public static ContributedDoseEngines standard() {
    return new ContributedDoseEngines(
        List.of(
            new DoseEngineEntry(
                PencilBeams.ID, "Photon pencil beam", "org.recourse.planning", PencilBeams::new)));
  }

  @Override
  public List<DoseEngineEntry> engines() {
    return List.copyOf(entryById.values());
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Answer compute(
      String engineId, DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor) {
    DoseEngineEntry entry = entryById.get(engineId);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no dose engine has the id " + engineId + "; installed are " + entryById.keySet());
    }
    try {
      return checked(entry, entry.source().create(), question, executor, monitor);
    } catch (OperationCanceledException e) {
      throw e;
    } catch (CoreException | RuntimeException | LinkageError e) { // border to a vendor's code
      return failed(entry, "ended with " + e);
    }
  }

  private static Answer checked(
      DoseEngineEntry entry,
      DoseEngine engine,
      DoseQuestion question,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    DoseEngineDescription description = engine.description();
    if (description == null || !description.id().equals(entry.id())) {
      return failed(entry, "describes itself with another id than its extension");
    }
    DoseInfluence influence = engine.influence(question, executor, monitor);
    int beamlets = question.beams().stream().mapToInt(beam -> beam.beamlets().count()).sum();
    if (influence == null
        || influence.weightCount() != beamlets
        || !influence.geometry().equals(question.scored().geometry())) {
      return failed(entry, "returned a dose of another grid or for other beamlets");
    }
    return new Answer.Computed(description, influence);
  }

  private static Answer failed(DoseEngineEntry entry, String what) {
    return new Answer.Failed(
        Finding.error(
            "The dose engine "
                + entry.title()
                + " of "
                + entry.contributor()
                + " "
                + what
                + ". Report this to its vendor.",
            entry.contributor()));
  }
}
