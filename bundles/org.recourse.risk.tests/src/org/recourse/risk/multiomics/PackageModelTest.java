/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** A network that breaks while the product runs is mended, and the user is told. */
class PackageModelTest {

  private static final Device SERVER = new Device(Device.Kind.REMOTE, 0, "https://server");
  private static final Finding SKIPPED = Finding.warning("The server was not used.", "server");

  private static final NamedTensors NOTHING =
      new NamedTensors(Map.of(NetworkTensors.FEATURES, Tensor.filled(TensorShape.of(1, 32), 0)));

  @TempDir Path folder;

  private final List<Scripted> made = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private ModelPackage model;

  @BeforeEach
  void writePackage() throws IOException, ModelPackageException {
    Path place = folder.resolve("package");
    var layout = new NetworkLayout(false, 32, 4);
    var size = new NetworkSize(2, 2, 2);
    new ModelPackageWriter()
        .write(
            place,
            files ->
                new ModelDescription(
                    new ModelIdentity("test.mended", "1.0.0", "Test", "EPL-2.0"),
                    "test",
                    "Tests only",
                    NetworkTensors.inputs(size, layout, "none"),
                    NetworkTensors.outputs(size, layout),
                    new DoseConditions(
                        new DoseQuantity.Physical(),
                        2,
                        2,
                        2,
                        new ValueRange(20, 40),
                        new ValueRange(1, 4)),
                    new TrainingData("made up", true, 10, 3),
                    Optional.empty(),
                    java.util.stream.IntStream.range(0, 32)
                        .mapToObj(i -> new FeatureScaling("f" + i, "1", 0, 1))
                        .toList(),
                    new ValidityDomain(new ValueRange(0, 100), 3),
                    files),
            Map.of(
                FileRole.CARD,
                "# Test".getBytes(StandardCharsets.UTF_8),
                FileRole.PARAMETERS,
                new byte[] {1}));
    model = new ModelPackageReader().read(place, null);
  }

  @Test
  void aBrokenConnectionIsMadeAnew() throws InferenceException {
    PackageModel source = source(scripted(SERVER, 1, 1), scripted(SERVER, 2, 99));

    assertEquals(1, ask(source)); // then the server goes away
    assertEquals(2, ask(source));
    assertTrue(made.getFirst().closed, "the dead connection is closed");
    assertFalse(made.getLast().closed);
  }

  @Test
  void theNextEngineTakesTheTaskWithAFinding() throws InferenceException {
    PackageModel source =
        source(scripted(SERVER, 1, 0), scripted(Device.CPU, 3, 99).withFinding(SKIPPED));

    assertEquals(3, ask(source));
    assertEquals(List.of(SKIPPED), findings(source));
  }

  @Test
  void aServerThatAnswersWronglyAgainIsLeftForTheProcessor() throws InferenceException {
    PackageModel source = source(scripted(SERVER, 1, 0), scripted(SERVER, 2, 0));

    assertEquals(7, ask(source)); // what the engine of this machine answers
    List<Finding> findings = findings(source);
    assertEquals(1, findings.size());
    assertTrue(findings.getFirst().text().contains("took its place"));
  }

  @Test
  void anEngineOfThisMachineThatFailsTwiceIsNoSecret() {
    PackageModel source = source(scripted(Device.CPU, 1, 0), scripted(Device.CPU, 2, 0));

    InferenceException failure = assertThrows(InferenceException.class, () -> ask(source));
    assertTrue(failure.getMessage().contains("broke"), failure.getMessage());
  }

  @Test
  void whatWasMissingIsLookedForAgain() throws InferenceException {
    PackageModel source =
        source(scripted(Device.CPU, 1, 99).withFinding(SKIPPED), scripted(SERVER, 2, 99));

    assertEquals(1, ask(source));
    assertEquals(1, ask(source));
    now = now.plus(PackageModel.RETRY_AFTER);
    assertEquals(2, ask(source));
    assertTrue(findings(source).isEmpty());
    now = now.plus(PackageModel.RETRY_AFTER);
    assertEquals(2, ask(source), "without reservations nothing is loaded anew");
  }

  private PackageModel source(Scripted... loads) {
    return new PackageModel(
        model, new ScriptedCatalogue(new ArrayDeque<>(List.of(loads))), () -> now);
  }

  private static double ask(PackageModel source) throws InferenceException {
    var monitor = new NullProgressMonitor();
    return source.<Double>ask(
        network -> (double) network.run(NOTHING, monitor).tensor(NetworkTensors.SCORE).at(0),
        monitor);
  }

  private static List<Finding> findings(PackageModel source) throws InferenceException {
    return source.ask(LoadedModel::findings, new NullProgressMonitor());
  }

  private Scripted scripted(Device device, float score, int answers) {
    return new Scripted(device, score, answers, List.of());
  }

  /** Loads what the test laid ready; the engine of this machine always works. */
  private final class ScriptedCatalogue implements EngineCatalogue {

    private final Deque<Scripted> loads;

    ScriptedCatalogue(Deque<Scripted> loads) {
      this.loads = loads;
    }

    @Override
    public List<EngineEntry> engines() {
      return List.of(
          new EngineEntry("server", "Server", "test"), new EngineEntry("local", "Local", "test"));
    }

    @Override
    public EngineState state(String engineId) {
      throw new UnsupportedOperationException("not asked");
    }

    @Override
    public LoadedModel load(ModelPackage loaded, EngineOptions options, IProgressMonitor monitor) {
      made.add(loads.remove());
      return made.getLast();
    }

    @Override
    public LoadedModel loadWith(
        String engineId, ModelPackage loaded, EngineOptions options, IProgressMonitor monitor) {
      return engineId.equals("local") ? scripted(Device.CPU, 7, 99) : scripted(SERVER, 8, 99);
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }
  }

  /** Answers so many times and then fails for good. */
  private final class Scripted implements LoadedModel {

    private final Device device;
    private final float score;
    private final List<Finding> findings;
    private int answersLeft;
    private boolean closed;

    Scripted(Device device, float score, int answersLeft, List<Finding> findings) {
      this.device = device;
      this.score = score;
      this.answersLeft = answersLeft;
      this.findings = findings;
    }

    Scripted withFinding(Finding finding) {
      return new Scripted(device, score, answersLeft, List.of(finding));
    }

    @Override
    public ModelDescription description() {
      return model.description();
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.FORWARD);
    }

    @Override
    public Device device() {
      return device;
    }

    @Override
    public List<Finding> findings() {
      return findings;
    }

    @Override
    public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor)
        throws InferenceException {
      assertFalse(closed, "a closed network is not asked");
      if (answersLeft == 0) {
        throw new InferenceException(device.name() + " broke.");
      }
      answersLeft--;
      return new NamedTensors(Map.of(NetworkTensors.SCORE, Tensor.of(TensorShape.of(1, 1), score)));
    }

    @Override
    public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) {
      throw new UnsupportedOperationException("no gradient");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
