/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.DoseState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.Patient;
import org.recourse.model.PatientCase;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.PlanPreview;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.ViewingState;

/**
 * What is to be shown, captured on the UI thread so that the loading never touches the model.
 * Immutable.
 *
 * @param snapshot the case
 * @param numbers newest numbers, if there are any yet
 * @param isStale whether the plan is newer than the numbers
 * @param shownDose which dose
 * @param selectedAlphaBetaGy alpha/beta of the selected structure, if known
 * @param image which image, if the case has one
 * @param outlines visible structures, the selected one last
 * @param patientText patient name and kind of case
 * @param preview title of the change of the plan whose numbers these are; empty for the plan
 */
record ContentRequest(
    PlanSnapshot snapshot,
    Optional<PlanNumbers> numbers,
    boolean isStale,
    ShownDose shownDose,
    OptionalDouble selectedAlphaBetaGy,
    Optional<ImageAsked> image,
    List<OutlineAsked> outlines,
    String patientText,
    Optional<String> preview) {

  private static final String HOUNSFIELD_MODALITY = "CT";

  /** An image series by its UID. */
  record ImageAsked(String seriesUid, String frameUid, String title, boolean isHounsfield) {}

  /** A structure by its set, number and version of its contours. */
  record OutlineAsked(
      String structureSetUid,
      int roiNumber,
      String contourDigest,
      String frameUid,
      int rgb,
      boolean selected) {}

  ContentRequest {
    Objects.requireNonNull(snapshot, "snapshot");
    outlines = List.copyOf(outlines);
    Objects.requireNonNull(preview, "preview");
  }

  /** Captures a session. UI thread only. */
  static ContentRequest of(CaseSession session) {
    PatientCase patientCase = session.patientCase();
    ViewingState viewing = session.viewing();
    Optional<PlanNumbers> numbers = numbers(session);
    long revision = session.planWatch().revision();
    return new ContentRequest(
        PlanSnapshot.of(patientCase, revision),
        viewing.preview().map(PlanPreview::numbers).or(() -> numbers),
        numbers.filter(newest -> newest.revision() == revision).isEmpty(),
        viewing.shownDose(),
        viewing
            .selectedStructure()
            .filter(Structure::isSetAlphaBetaGy)
            .map(structure -> OptionalDouble.of(structure.getAlphaBetaGy()))
            .orElse(OptionalDouble.empty()),
        viewing.shownImage().or(new ImageChoices(patientCase)::planning).map(ContentRequest::asked),
        outlines(viewing),
        patientText(patientCase),
        viewing.preview().map(PlanPreview::title));
  }

  /** Physical dose is known long before the rest. */
  private static Optional<PlanNumbers> numbers(CaseSession session) {
    return session.viewing().shownDose() instanceof ShownDose.Physical
        ? session.planWatch().shown().of(DerivedNumber.DOSE)
        : session.planWatch().latest();
  }

  /** The frame in which everything is shown: that of the plan, else of its structures or image. */
  String sceneFrameUid() {
    Stream<String> ofDoses =
        snapshot.assessedPlan().map(PlanState::doses).stream()
            .flatMap(Collection::stream)
            .map(DoseState::frameUid);
    Stream<String> ofStructures =
        snapshot.assessedStructures().stream().map(StructureState::frameUid);
    return Stream.of(ofDoses, ofStructures, image.stream().map(ImageAsked::frameUid))
        .flatMap(uids -> uids)
        .filter(uid -> !uid.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static ImageAsked asked(ImageSeries series) {
    return new ImageAsked(
        text(series.getSeriesInstanceUid()),
        frameUid(series.getFrameOfReference()),
        ImageChoices.title(series),
        HOUNSFIELD_MODALITY.equals(series.getModality()));
  }

  private static List<OutlineAsked> outlines(ViewingState viewing) {
    Optional<Structure> selected = viewing.selectedStructure();
    Stream<Structure> others =
        viewing.visibleStructures().stream().filter(s -> !selected.equals(Optional.of(s)));
    return Stream.concat(others, selected.filter(viewing::isVisible).stream())
        .filter(structure -> structure.eContainer() instanceof StructureSet)
        .map(structure -> asked(structure, selected.equals(Optional.of(structure))))
        .toList();
  }

  private static OutlineAsked asked(Structure structure, boolean selected) {
    var set = (StructureSet) structure.eContainer();
    return new OutlineAsked(
        setUid(set),
        structure.getRoiNumber(),
        text(structure.getContourDigest()),
        frameUid(set.getFrameOfReference()),
        structure.getColourRgb(),
        selected);
  }

  /** UID of the object a structure set was imported from; empty text if it was made here. */
  static String setUid(StructureSet set) {
    return set.getReference() == null ? "" : text(set.getReference().getSopInstanceUid());
  }

  private static String patientText(PatientCase patientCase) {
    Patient patient = patientCase.getPatient();
    String name =
        patient == null ? "" : PersonNameText.of(text(patient.getName())); // EMF: none contained
    return patientCase.isSynthetic() ? (name + "  SYNTHETIC").strip() : name;
  }

  private static String frameUid(FrameOfReference frame) {
    return frame == null ? "" : text(frame.getUid());
  }

  /** EMF gives null for an attribute that was never set. */
  private static String text(String value) {
    return value == null ? "" : value;
  }
}
