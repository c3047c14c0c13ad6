/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
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

  /** Work on the engine. */
  @FunctionalInterface
  interface Work<R> {
    R with(NDManager manager) throws InferenceException;
  }

  /** Returns the version of PyTorch. */
  String version() throws InferenceException {
    return engine().getVersion();
  }

  /** Returns the number of graphics cards that the loaded natives can use. */
  int cudaDeviceCount() throws InferenceException {
    return engine().getGpuCount();
  }

  /**
   * Does work with arrays that are freed afterwards, alone in this process.
   *
   * @param threads processor threads of one operation
   */
  <R> R run(int threads, Work<R> work) throws InferenceException {
    ONE_AT_A_TIME.lock();
    try (NDManager manager = engine().newBaseManager()) {
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
