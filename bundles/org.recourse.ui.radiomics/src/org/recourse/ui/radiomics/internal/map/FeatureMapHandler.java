/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.ui.radiomics.internal.CaseImage;
import org.recourse.ui.radiomics.internal.Services;
import org.recourse.ui.radiomics.internal.StructureVoxels;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;

/** Asks which feature map is wanted, computes it and shows it on the slices. */
public final class FeatureMapHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    Optional<CaseSession> session =
        Optional.ofNullable(HandlerUtil.getActiveEditor(event))
            .map(editor -> Adapters.adapt(editor, CaseSession.class));
    Shell shell = HandlerUtil.getActiveShell(event);
    if (session.isEmpty()) {
      MessageDialog.openInformation(
          shell, "Feature Map", "Open a case first: a feature map belongs to its images.");
      return null; // reserved by the platform
    }
    Optional<FeatureCatalogue> catalogue = Services.find(FeatureCatalogue.class);
    Optional<ShownMaps> maps = Services.find(ShownMaps.class);
    if (catalogue.isPresent() && maps.isPresent()) {
      ask(session.get(), catalogue.get(), maps.get(), shell);
    }
    return null; // reserved by the platform
  }

  private static void ask(
      CaseSession session, FeatureCatalogue catalogue, ShownMaps maps, Shell shell) {
    PlanSnapshot snapshot = PlanSnapshot.of(session.patientCase(), session.planWatch().revision());
    List<CaseImage> images = CaseImage.of(session);
    List<StructureState> structures = StructureVoxels.named(snapshot.structures());
    if (images.isEmpty() || structures.isEmpty()) {
      MessageDialog.openInformation(
          shell,
          "Feature Map",
          "The case has no "
              + (images.isEmpty() ? "image" : "structure")
              + "; import one before a map is made.");
      return;
    }
    Optional<StructureKey> selected = session.viewing().selectedStructure().map(StructureKey::of);
    Optional<String> shown =
        session.viewing().shownImage().map(CaseImage::of).map(CaseImage::seriesUid);
    var dialog =
        new FeatureMapDialog(
            shell,
            new FeatureMapDialog.Offer(images, structures, catalogue),
            structures.stream()
                .filter(one -> selected.filter(StructureKey.of(one)::equals).isPresent())
                .findFirst(),
            images.stream()
                .filter(one -> shown.filter(one.seriesUid()::equals).isPresent())
                .findFirst());
    if (dialog.open() == Window.OK) {
      start(session, snapshot, catalogue, maps, dialog.request());
    }
  }

  private static void start(
      CaseSession session,
      PlanSnapshot snapshot,
      FeatureCatalogue catalogue,
      ShownMaps maps,
      MapRequest request) {
    Display display = Display.getCurrent();
    var voxels =
        new StructureVoxels(
            session.openCase().voxels(), snapshot.frameTransforms(), session.executor());
    new FeatureMapJob(
            request,
            voxels,
            catalogue,
            map -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> maps.show(session, map));
              }
            })
        .schedule();
  }
}
