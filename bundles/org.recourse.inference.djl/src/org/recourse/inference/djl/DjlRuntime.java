/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.recourse.inference.engine.GraphicsCard;
import org.recourse.inference.engine.InferenceException;

/**
 * Loads the PyTorch engine of DJL, offline, and lends it out. The engine itself is one per process,
 * with one number of threads and one gradient collector; that is why the lock is shared.
 */
final class DjlRuntime {

  private static final String ENGINE = "PyTorch";

  /** DJL keeps "a collector is open" in a static field, so this lock is as wide as the process. */
  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  /** DJL reports every step of loading; what matters here comes back as state or exception. */
  private static final Logger LIBRARY = Logger.getLogger("ai.djl");

  private final GraphicsCard card =
      new GraphicsCard(DjlEngine.ID, "PyTorch", DjlRuntime::isCardOffered, DjlRuntime::tryCard);

  /** Work on the engine. */
  @FunctionalInterface
  interface Work<R> {
    R with(NDManager manager) throws InferenceException;
  }

  /** Returns the version of PyTorch. */
  String version() throws InferenceException {
    return engine().getVersion();
  }

  /** Returns the graphics card of this process; asking loads the natives. */
  GraphicsCard card() {
    return card;
  }

  /** DJL says which device it would take: the card only if natives and driver are both for it. */
  private static boolean isCardOffered() {
    try {
      return engine().defaultDevice().isGpu();
    } catch (InferenceException e) {
      return false; // without natives there is no engine at all, which its state says
    }
  }

  private static void tryCard() throws InferenceException {
    try (NDManager manager = engine().newBaseManager(Device.gpu())) {
      float[] sum = manager.ones(new Shape(4)).add(1).toFloatArray();
      if (sum[0] != 2 || sum[3] != 2) {
        throw new InferenceException("it adds wrongly: " + sum[0]);
      }
    }
  }

  private NDManager newManager() throws InferenceException {
    boolean onCard = card.outcome() instanceof GraphicsCard.Outcome.Works;
    return engine().newBaseManager(onCard ? Device.gpu() : Device.cpu());
  }

  /**
   * Does work with arrays that are freed afterwards, alone in this process.
   *
   * @param threads processor threads of one operation
   */
  <R> R run(int threads, Work<R> work) throws InferenceException {
    ONE_AT_A_TIME.lock();
    try (NDManager manager = newManager()) {
      if (JniUtils.getNumThreads() != threads) {
        JniUtils.setNumThreads(threads);
      }
      return work.with(manager);
    } catch (EngineException e) { // what DJL throws for errors of native code
      throw new InferenceException("PyTorch failed: " + e.getMessage(), e);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  /** Opens a collector; only inside {@link #run}. */
  static GradientCollector collector() {
    return Engine.getEngine(ENGINE).newGradientCollector();
  }

  /**
   * DJL finds its natives through the context class loader of the thread, which in OSGi knows
   * nothing of them, so for the first call it is that of the engine and its fragments.
   */
  private static Engine engine() throws InferenceException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PtEngineProvider.class.getClassLoader());
    try {
      forbidDownloads();
      LargePages.ask();
      if (!Engine.hasEngine(ENGINE)) {
        Engine.registerEngine(new PtEngineProvider());
      }
      Engine engine = Engine.getEngine(ENGINE);
      if (engine == null) {
        throw new InferenceException("PyTorch is not installed for this platform.");
      }
      return engine;
    } catch (LinkageError | RuntimeException e) { // DJL throws both when natives do not load
      throw new InferenceException(
          "PyTorch does not load on this machine: "
              + e.getMessage()
              + " Install its native libraries for this platform, or name a folder that holds them"
              + " in PYTORCH_LIBRARY_PATH.",
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** DJL fetches missing natives and reports its use unless these properties forbid it; quietly. */
  private static void forbidDownloads() {
    LIBRARY.setLevel(Level.SEVERE);
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }
}
