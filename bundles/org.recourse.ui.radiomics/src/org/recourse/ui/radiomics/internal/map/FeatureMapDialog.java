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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.maps.KernelSettings;
import org.recourse.ui.radiomics.internal.CaseImage;
import org.recourse.ui.radiomics.internal.FeatureDefinitions;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Asks which map is wanted: image, structure, derived image, feature and neighbourhood. */
final class FeatureMapDialog extends Dialog {

  /** Width of the fields in characters. */
  private static final int FIELD_CHARACTERS = 44;

  private static final int DEFINITION_LINES = 3;
  private static final int LARGEST_RADIUS = 3;
  private static final double DEFAULT_BIN_WIDTH = 25;

  /** Among what is chosen; no list is empty. */
  record Offer(
      List<CaseImage> images, List<StructureState> structures, FeatureCatalogue catalogue) {}

  private final Offer offer;
  private final Optional<StructureState> firstStructure;
  private final Optional<CaseImage> firstImage;
  private final List<MapImageType> types;
  private final List<FeatureFamily> families;
  private final FeatureDefinitions definitions = FeatureDefinitions.load();
  private Combo image;
  private Combo structure;
  private Combo type;
  private Combo family;
  private Combo feature;
  private Label definition;
  private Spinner radius;
  private Button masked;
  private Text binWidth;
  private Optional<MapRequest> request = Optional.empty();

  FeatureMapDialog(
      Shell parent,
      Offer offer,
      Optional<StructureState> firstStructure,
      Optional<CaseImage> firstImage) {
    super(parent);
    this.offer = Objects.requireNonNull(offer, "offer");
    this.firstStructure = firstStructure;
    this.firstImage = firstImage;
    types = MapImageType.of(offer.catalogue());
    families =
        offer.catalogue().families().stream().filter(one -> one.description().usesImage()).toList();
  }

  /** What was asked for; only after OK. */
  MapRequest request() {
    return request.orElseThrow();
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Feature Map");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    area.setLayout(layout());
    image = combo(area, "Image", "image", offer.images().stream().map(CaseImage::title).toList());
    structure =
        combo(
            area,
            "Structure",
            "structure",
            offer.structures().stream().map(StructureState::name).toList());
    type = combo(area, "Image type", "type", types.stream().map(MapImageType::title).toList());
    family =
        combo(
            area,
            "Feature class",
            "family",
            families.stream().map(one -> one.description().title()).toList());
    feature = combo(area, "Feature", "feature", List.of());
    definitionLabel(area);
    neighbourhood(area);
    family.addListener(SWT.Selection, e -> showFeatures());
    feature.addListener(SWT.Selection, e -> showDefinition());
    selectFirst();
    return area;
  }

  private GridLayout layout() {
    var layout = new GridLayout(2, false);
    layout.marginWidth = convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_MARGIN);
    layout.marginHeight = convertVerticalDLUsToPixels(IDialogConstants.VERTICAL_MARGIN);
    layout.horizontalSpacing =
        2 * convertHorizontalDLUsToPixels(IDialogConstants.HORIZONTAL_SPACING);
    layout.verticalSpacing = convertVerticalDLUsToPixels(IDialogConstants.VERTICAL_SPACING);
    return layout;
  }

  private static void label(Composite area, String text) {
    var label = new Label(area, SWT.NONE);
    label.setText(text);
    label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
  }

  private Combo combo(Composite area, String text, String id, List<String> items) {
    label(area, text);
    Combo combo = WidgetId.mark(new Combo(area, SWT.READ_ONLY), "featureMap." + id);
    combo.setItems(items.toArray(String[]::new));
    combo.setLayoutData(wide());
    if (!items.isEmpty()) {
      combo.select(0);
    }
    return combo;
  }

  private GridData wide() {
    var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = convertWidthInCharsToPixels(FIELD_CHARACTERS);
    return data;
  }

  private void definitionLabel(Composite area) {
    new Label(area, SWT.NONE);
    definition = WidgetId.mark(new Label(area, SWT.WRAP), "featureMap.definition");
    GridData data = wide();
    data.verticalAlignment = SWT.BEGINNING;
    data.heightHint = convertHeightInCharsToPixels(DEFINITION_LINES);
    definition.setLayoutData(data);
  }

  private void neighbourhood(Composite area) {
    label(area, "Radius (voxels)");
    radius = WidgetId.mark(new Spinner(area, SWT.BORDER), "featureMap.radius");
    radius.setValues(1, 1, LARGEST_RADIUS, 0, 1, 1);
    radius.setToolTipText("1 is a cube of 3 x 3 x 3 voxels around each voxel");
    label(area, "Bin width");
    binWidth = WidgetId.mark(new Text(area, SWT.BORDER | SWT.RIGHT), "featureMap.binWidth");
    binWidth.setText(NumberText.editable(DEFAULT_BIN_WIDTH, 0));
    binWidth.setToolTipText("Width of a grey level in the intensity units of the image");
    var data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    data.widthHint = convertWidthInCharsToPixels(8);
    binWidth.setLayoutData(data);
    binWidth.addListener(SWT.Modify, e -> allowOk());
    new Label(area, SWT.NONE);
    masked = WidgetId.mark(new Button(area, SWT.CHECK), "featureMap.masked");
    masked.setText("Only voxels of the structure count");
    masked.setSelection(true);
  }

  /** The image on the slices if one was chosen, else the first magnetic resonance image. */
  private void selectFirst() {
    CaseImage first =
        firstImage
            .or(() -> offer.images().stream().filter(CaseImage::isMagnetic).findFirst())
            .orElseGet(() -> offer.images().getFirst());
    image.select(offer.images().indexOf(first));
    firstStructure.ifPresent(one -> structure.select(offer.structures().indexOf(one)));
    showFeatures();
  }

  private FeatureFamily chosenFamily() {
    return families.get(family.getSelectionIndex());
  }

  private void showFeatures() {
    List<String> names = chosenFamily().description().features();
    feature.setItems(names.toArray(String[]::new));
    feature.select(Math.max(0, names.indexOf("Entropy")));
    showDefinition();
  }

  private void showDefinition() {
    definition.setText(
        definitions.sentence(chosenFamily().description().id(), feature.getText()).orElse(""));
    definition.requestLayout();
  }

  private OptionalDouble typedBinWidth() {
    OptionalDouble typed = NumberText.parse(binWidth.getText());
    return typed.isPresent() && typed.getAsDouble() > 0 ? typed : OptionalDouble.empty();
  }

  private void allowOk() {
    Optional.ofNullable(getButton(IDialogConstants.OK_ID))
        .ifPresent(ok -> ok.setEnabled(typedBinWidth().isPresent()));
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Compute", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  @Override
  protected void okPressed() {
    request =
        Optional.of(
            new MapRequest(
                offer.images().get(image.getSelectionIndex()),
                offer.structures().get(structure.getSelectionIndex()),
                types.get(type.getSelectionIndex()),
                chosenFamily().description().id(),
                feature.getText(),
                new KernelSettings(radius.getSelection(), masked.getSelection()),
                typedBinWidth().orElseThrow()));
    super.okPressed();
  }
}
