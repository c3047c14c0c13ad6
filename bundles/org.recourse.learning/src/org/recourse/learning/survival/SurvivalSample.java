/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import java.util.Arrays;
import org.recourse.learning.sample.Ranks;

/** Follow-up of patients: the time each was watched and whether the event ended it. Immutable. */
public final class SurvivalSample {

  private final double[] time;
  private final boolean[] event;

  /**
   * @param time follow-up, finite and not negative, the same unit for all
   * @param event true when the event happened at {@code time}, false when the patient was censored
   */
  public SurvivalSample(double[] time, boolean[] event) {
    if (time.length != event.length) {
      throw new IllegalArgumentException(time.length + " times for " + event.length + " outcomes");
    }
    for (double value : time) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a follow-up time is finite and >= 0: " + value);
      }
    }
    this.time = time.clone();
    this.event = event.clone();
  }

  public int size() {
    return time.length;
  }

  public double time(int patient) {
    return time[patient];
  }

  public boolean event(int patient) {
    return event[patient];
  }

  public int eventCount() {
    int count = 0;
    for (boolean happened : event) {
      count += happened ? 1 : 0;
    }
    return count;
  }

  /** Distinct times at which an event happened, ascending. */
  public double[] eventTimes() {
    double[] times = new double[eventCount()];
    int next = 0;
    for (int i = 0; i < time.length; i++) {
      if (event[i]) {
        times[next++] = time[i];
      }
    }
    return Arrays.stream(times).sorted().distinct().toArray();
  }

  /** The patients for whom {@code chosen} is true, in order. */
  public SurvivalSample where(boolean[] chosen) {
    int count = 0;
    for (boolean yes : chosen) {
      count += yes ? 1 : 0;
    }
    double[] chosenTime = new double[count];
    boolean[] chosenEvent = new boolean[count];
    int next = 0;
    for (int i = 0; i < time.length; i++) {
      if (chosen[i]) {
        chosenTime[next] = time[i];
        chosenEvent[next++] = event[i];
      }
    }
    return new SurvivalSample(chosenTime, chosenEvent);
  }

  int[] ascendingOrder() {
    return Ranks.ascendingOrder(time);
  }
}
