/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.recourse.grid.finding.Finding;

/**
 * The graphics card of an engine: whether the installed natives offer one, and whether it really
 * computes, which is tried once. A card that was expected and does not work becomes a finding,
 * never a silent change to the processor. Thread-safe.
 */
public final class GraphicsCard {

  /** Computes something small on the card and compares it with what is known. */
  @FunctionalInterface
  public interface Trial {
    void run() throws Exception;
  }

  /** What the trial came to. */
  public sealed interface Outcome {

    /** The installed natives are for the processor only. */
    record NotOffered() implements Outcome {}

    /** It computes. */
    record Works(Device device) implements Outcome {}

    /**
     * It is offered and does not compute.
     *
     * @param reason what went wrong, without a full stop
     */
    record Fails(String reason) implements Outcome {}
  }

  private final String engineId;
  private final String engineTitle;
  private final BooleanSupplier offered;
  private final Trial trial;
  private Outcome outcome; // null until it was tried; guarded by this

  /**
   * @param engineId id of the engine, for findings
   * @param engineTitle its name
   * @param offered whether the natives were built for a card; may load them
   * @param trial the trial
   */
  public GraphicsCard(String engineId, String engineTitle, BooleanSupplier offered, Trial trial) {
    this.engineId = Objects.requireNonNull(engineId, "engineId");
    this.engineTitle = Objects.requireNonNull(engineTitle, "engineTitle");
    this.offered = Objects.requireNonNull(offered, "offered");
    this.trial = Objects.requireNonNull(trial, "trial");
  }

  /** Returns what the trial came to; the first call makes it. */
  public synchronized Outcome outcome() {
    if (outcome == null) {
      outcome = tried();
    }
    return outcome;
  }

  /**
   * The border to natives and drivers, so everything they can throw is caught, linkage included.
   */
  private Outcome tried() {
    try {
      if (!offered.getAsBoolean()) {
        return new Outcome.NotOffered();
      }
      trial.run();
      return new Outcome.Works(new Device(Device.Kind.CUDA, 0, "CUDA 0"));
    } catch (Exception | LinkageError e) {
      String message = String.valueOf(e.getMessage());
      return new Outcome.Fails(message.lines().findFirst().orElse(e.toString()));
    }
  }

  /** Returns the devices that work, the fastest first. */
  public List<Device> devices() {
    return outcome() instanceof Outcome.Works(Device device)
        ? List.of(device, Device.CPU)
        : List.of(Device.CPU);
  }

  /** Returns whether a model is to be put on the card. */
  public boolean isChosen(EngineOptions options) {
    return options.device() == Device.Kind.CUDA && outcome() instanceof Outcome.Works;
  }

  /** Returns what the user must know of the card, whatever model is run. */
  public List<Finding> findings() {
    return outcome() instanceof Outcome.Fails(String reason) ? List.of(failed(reason)) : List.of();
  }

  /** Returns what must be said beside the numbers of a model that was loaded with these options. */
  public List<Finding> findings(EngineOptions options) {
    var findings = new ArrayList<Finding>();
    if (options.device() == Device.Kind.CUDA) {
      switch (outcome()) {
        case Outcome.Works works -> {
          // nothing to say
        }
        case Outcome.Fails(String reason) -> findings.add(failed(reason));
        case Outcome.NotOffered notOffered -> {
          if (!options.ifThere()) {
            findings.add(
                Finding.warning(
                    "The model runs on the processor, slower than on the graphics card that was"
                        + " asked for: this installation of "
                        + engineTitle
                        + " has no support for one.",
                    engineId));
          }
        }
      }
    }
    return List.copyOf(findings);
  }

  /** Returns the finding of a card on which one model does not run although the trial worked. */
  public Finding failed(String reason) {
    return Finding.warning(
        "The graphics card is not used and the processor computes, slower: "
            + engineTitle
            + " could not compute on it ("
            + reason
            + "). Check the driver and the versions of CUDA and cuDNN.",
        engineId);
  }
}
