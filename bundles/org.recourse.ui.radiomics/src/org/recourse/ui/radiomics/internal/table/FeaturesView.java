/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.ui.radiomics.internal.CaseImage;
import org.recourse.ui.radiomics.internal.FeatureDefinitions;
import org.recourse.ui.radiomics.internal.Services;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.TableView;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/** Radiomic and dosiomic features of the selected structure, a column for each image or dose. */
public final class FeaturesView extends TableView<FeatureRow> {

  private static final int GROUP_CHARACTERS = 14;
  private static final int FEATURE_CHARACTERS = 46;
  private static final int UNIT_CHARACTERS = 8;
  private static final int VALUE_CHARACTERS = 12;

  private final FeatureDefinitions definitions = FeatureDefinitions.load();
  private final Set<FeatureSource> chosen = new LinkedHashSet<>();
  private Composite sources;
  private List<FeatureSource> shownSources = List.of();
  private Optional<CaseSession> computedFor = Optional.empty();
  private Optional<FeatureTableJob> job = Optional.empty();
  private Optional<PlanNumbers> numbers = Optional.empty();
  private boolean computing;

  @Override
  protected Class<FeatureRow> rowType() {
    return FeatureRow.class;
  }

  @Override
  protected Control createContent(Composite parent) {
    var area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    sources = new Composite(area, SWT.NONE);
    sources.setLayout(new RowLayout());
    sources.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Table table = createTable(area).getTable();
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    return area;
  }

  @Override
  protected void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, FeatureRow.class);
    TableViewerColumn group = columns.text("Class", GROUP_CHARACTERS, FeatureRow::group);
    define(group, FeatureRow::group);
    TableViewerColumn feature = columns.text("Feature", FEATURE_CHARACTERS, FeatureRow::feature);
    define(feature, FeatureRow::feature);
    define(columns.text("Unit", UNIT_CHARACTERS, FeatureRow::unit), FeatureRow::unit);
    for (int i = 0; i < shownSources.size(); i++) {
      int column = i;
      TableViewerColumn value =
          columns.number(
              shownSources.get(i).title() + " (" + shownSources.get(i).unit() + ")",
              VALUE_CHARACTERS,
              row -> row.text(column),
              Comparator.comparingDouble(
                  row -> row.number(column).orElse(Double.NEGATIVE_INFINITY)));
      value.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
              return ((FeatureRow) row).text(column);
            }

            @Override
            public String getToolTipText(Object row) {
              return ToolTipText.of(((FeatureRow) row).toolTip(column));
            }
          });
    }
    columns.fill();
  }

  private static void define(
      TableViewerColumn column, java.util.function.Function<FeatureRow, String> text) {
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object row) {
            return text.apply((FeatureRow) row);
          }

          @Override
          public String getToolTipText(Object row) {
            return ToolTipText.of(((FeatureRow) row).definition());
          }
        });
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.DOSE);
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    numbers = shown.of(DerivedNumber.DOSE);
    if (computedFor.filter(known -> known == session).isEmpty()) {
      follow(session);
    }
    request();
  }

  /** Another case: other images, another computation. */
  private void follow(CaseSession session) {
    job.ifPresent(FeatureTableJob::drop);
    computedFor = Optional.of(session);
    FeatureCatalogue catalogue =
        Services.find(FeatureCatalogue.class).orElseGet(BuiltInFeatures::catalogue);
    Display display = viewer().getTable().getDisplay();
    var computation =
        new FeatureComputation(session.openCase().voxels(), session.executor(), catalogue);
    job =
        Optional.of(
            new FeatureTableJob(
                computation,
                (request, columns) -> {
                  if (!display.isDisposed()) {
                    display.asyncExec(() -> show(request, columns));
                  }
                }));
    offerSources(session);
  }

  private void offerSources(CaseSession session) {
    Arrays.stream(sources.getChildren()).forEach(Control::dispose);
    chosen.clear();
    var offered = new ArrayList<FeatureSource>();
    CaseImage.of(session).forEach(image -> offered.add(new FeatureSource.OfImage(image)));
    offered.add(new FeatureSource.PhysicalDose());
    offered.add(new FeatureSource.PlanEqd2());
    offered.add(new FeatureSource.CumulativeEqd2());
    chosen.add(new FeatureSource.PhysicalDose());
    offered.stream()
        .filter(source -> source instanceof FeatureSource.OfImage(CaseImage i) && i.isMagnetic())
        .findFirst()
        .ifPresent(chosen::add);
    for (FeatureSource source : offered) {
      Button button =
          WidgetId.mark(new Button(sources, SWT.TOGGLE), "features.source." + source.title());
      button.setText(source.title());
      button.setToolTipText("Shows or hides the column " + source.title());
      button.setSelection(chosen.contains(source));
      button.addListener(SWT.Selection, e -> choose(source, button.getSelection(), offered));
    }
    sources.requestLayout();
  }

  private void choose(FeatureSource source, boolean wanted, List<FeatureSource> offered) {
    Set<FeatureSource> now = new LinkedHashSet<>(chosen);
    if (wanted) {
      now.add(source);
    } else {
      now.remove(source);
    }
    chosen.clear();
    offered.stream().filter(now::contains).forEach(chosen::add);
    request();
  }

  @Override
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.SELECTED_STRUCTURE) {
      request();
    }
  }

  private Optional<StructureState> structure(CaseSession session, PlanNumbers known) {
    Optional<StructureKey> selected = session.viewing().selectedStructure().map(StructureKey::of);
    return known.snapshot().structures().stream()
        .filter(one -> selected.filter(StructureKey.of(one)::equals).isPresent())
        .findFirst();
  }

  private void request() {
    Optional<StructureState> structure =
        computedFor.flatMap(session -> numbers.flatMap(known -> structure(session, known)));
    if (structure.isEmpty()) {
      computing = false;
      job.ifPresent(FeatureTableJob::drop);
      setTitleText("Select a structure: its features are listed here.");
      showRows(List.of());
      return;
    }
    computing = true;
    setStale(true);
    List<FeatureSource> ordered =
        Arrays.stream(sources.getChildren())
            .map(Button.class::cast)
            .filter(Button::getSelection)
            .map(Button::getText)
            .flatMap(title -> chosen.stream().filter(one -> one.title().equals(title)))
            .distinct()
            .toList();
    job.ifPresent(
        known ->
            known.request(
                new FeatureTableRequest(numbers.orElseThrow(), structure.get(), ordered)));
  }

  /** Shows a result if it is still what is wanted. UI thread. */
  private void show(FeatureTableRequest request, List<FeatureColumn> columns) {
    boolean wanted =
        !viewer().getTable().isDisposed()
            && computedFor
                .flatMap(session -> numbers.flatMap(known -> structure(session, known)))
                .filter(request.structure()::equals)
                .isPresent()
            && numbers.filter(known -> known == request.numbers()).isPresent();
    if (!wanted) {
      return;
    }
    computing = false;
    if (!shownSources.equals(request.sources())) {
      shownSources = request.sources();
      rebuildColumns();
    }
    showRows(FeatureRow.of(columns, definitions));
    setTitleText(title(request, columns));
    setStale(!shown().areCurrent(shows()));
  }

  private static String title(FeatureTableRequest request, List<FeatureColumn> columns) {
    String notes =
        columns.stream()
            .flatMap(column -> column.notes().stream().map(n -> column.source().title() + ": " + n))
            .distinct()
            .collect(Collectors.joining(" "));
    String title =
        request.structure().name()
            + " · original image, PyRadiomics 3.0.1 definitions · bins 25 (images), 1 Gy (doses)"
            + " · u: unit of the column";
    return notes.isEmpty() ? title : title + "\n" + notes;
  }

  private void rebuildColumns() {
    Table table = viewer().getTable();
    table.setRedraw(false);
    try {
      viewer().setInput(List.of());
      table.setSortColumn(null); // SWT: no column
      viewer().setComparator(null); // JFace: the order of the rows
      for (TableColumn column : table.getColumns()) {
        column.dispose();
      }
      addColumns(viewer());
    } finally {
      table.setRedraw(true);
    }
  }

  @Override
  protected void setStale(boolean stale) {
    super.setStale(stale || computing);
  }

  @Override
  protected void clear() {
    super.clear();
    job.ifPresent(FeatureTableJob::drop);
    job = Optional.empty();
    computedFor = Optional.empty();
    numbers = Optional.empty();
    computing = false;
    if (sources != null && !sources.isDisposed()) {
      Arrays.stream(sources.getChildren()).forEach(Control::dispose);
    }
  }
}
