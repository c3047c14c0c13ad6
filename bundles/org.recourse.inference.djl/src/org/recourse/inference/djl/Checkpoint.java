/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingRequest;

/**
 * The file in which a training goes on after a kill: every number of its state, so that nothing
 * differs from a run without interruption. It is written beside its place and then moved, so a kill
 * while it is written leaves the one before. It starts with a digest of the request, and a file of
 * another request is refused.
 *
 * @param request what is trained
 */
record Checkpoint(TrainingRequest request) {

  private static final int VERSION = 1;

  /** Returns the progress in the file; empty if there is no file. */
  Optional<TrainingProgress> read() throws InferenceException {
    if (request.checkpoint().filter(Files::exists).isEmpty()) {
      return Optional.empty();
    }
    Path file = request.checkpoint().get();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != VERSION || !Arrays.equals(in.readNBytes(32), digest())) {
        throw new InferenceException(
            "The checkpoint "
                + file
                + " belongs to another training: other cases, options or network. Delete it to"
                + " start anew.");
      }
      return Optional.of(progress(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new InferenceException(
          "The checkpoint " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes the progress, if the request names a file. */
  void write(TrainingProgress progress) throws InferenceException {
    if (request.checkpoint().isEmpty()) {
      return;
    }
    Path file = request.checkpoint().get();
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
        out.writeInt(VERSION);
        out.write(digest());
        write(progress, out);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InferenceException(
          "The checkpoint " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(TrainingProgress progress, DataOutputStream out) throws IOException {
    out.writeInt(progress.epochs().size());
    for (TrainingEpoch epoch : progress.epochs()) {
      out.writeDouble(epoch.trainingLoss());
      write(epoch.validationLoss(), out);
      write(epoch.validationAuc(), out);
    }
    TrainingState state = progress.state();
    out.writeInt(state.steps());
    for (Map<String, float[]> arrays :
        List.of(state.values(), state.firstMoments(), state.secondMoments())) {
      for (float[] array : arrays.values()) {
        write(array, out);
      }
    }
    out.writeInt(progress.keptEpoch());
    for (Tensor tensor : progress.keptWeights().tensors().values()) {
      write(tensor.toArray(), out);
    }
  }

  private TrainingProgress progress(DataInputStream in) throws IOException {
    int count = in.readInt();
    var epochs = new ArrayList<TrainingEpoch>();
    for (int i = 1; i <= count; i++) {
      epochs.add(new TrainingEpoch(i, in.readDouble(), readOptional(in), readOptional(in)));
    }
    TrainingState state = TrainingState.of(request.start());
    state.steps(in.readInt());
    for (Map<String, float[]> arrays :
        List.of(state.values(), state.firstMoments(), state.secondMoments())) {
      for (float[] array : arrays.values()) {
        read(array, in);
      }
    }
    int keptEpoch = in.readInt();
    NetworkLayout layout = request.plan().layout();
    Map<String, Tensor> kept = new LinkedHashMap<>();
    for (String name : request.start().tensors().keySet()) {
      float[] values = new float[layout.shapes().get(name).valueCount()];
      read(values, in);
      kept.put(name, Tensor.of(layout.shapes().get(name), values));
    }
    return new TrainingProgress(state, epochs, new NetworkWeights(layout, kept), keptEpoch);
  }

  private static void write(OptionalDouble number, DataOutputStream out) throws IOException {
    out.writeBoolean(number.isPresent());
    out.writeDouble(number.orElse(0));
  }

  private static OptionalDouble readOptional(DataInputStream in) throws IOException {
    boolean present = in.readBoolean();
    double number = in.readDouble();
    return present ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  private static void write(float[] array, DataOutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES);
    bytes.asFloatBuffer().put(array);
    out.write(bytes.array());
  }

  private static void read(float[] array, DataInputStream in) throws IOException {
    byte[] bytes = new byte[array.length * Float.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
  }

  /** Digest of everything the result depends on, but not of the number of epochs and threads. */
  private byte[] digest() throws IOException {
    try (var out =
        new DigestOutputStream(
            DataOutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      var data = new DataOutputStream(out);
      data.writeUTF(request.plan().toString());
      data.writeUTF(request.options().withEpochs(1).withPatience(0).toString());
      for (Tensor tensor : request.start().tensors().values()) {
        write(tensor.toArray(), data);
      }
      for (List<TrainingCase> cases : List.of(request.training(), request.validation())) {
        data.writeInt(cases.size());
        for (TrainingCase one : cases) {
          write(one, data);
        }
      }
      data.flush();
      return out.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(TrainingCase one, DataOutputStream data) throws IOException {
    data.writeBoolean(one.event());
    for (double feature : one.features()) {
      data.writeDouble(feature);
    }
    if (one.dose().isPresent()) {
      write(one.dose().get().toArray(), data);
    }
  }
}
