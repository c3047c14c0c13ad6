/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.time.Duration;

/**
 * When a question is asked again: after a connection that could not be made or broke, and after an
 * answer that says "later" (429, 502, 503, 504). An inference changes nothing on the server, so
 * asking twice is safe. A time-out is not repeated: the server may still be computing.
 *
 * @param attempts how often a question is asked in all, at least once
 * @param firstPause pause before the second attempt; doubled before each further one
 * @param longestPause no pause is longer, whatever the server asks for
 */
public record RetryRule(int attempts, Duration firstPause, Duration longestPause) {

  /** Three attempts, with pauses of a quarter and half a second, at most 5 s. */
  public static final RetryRule STANDARD =
      new RetryRule(3, Duration.ofMillis(250), Duration.ofSeconds(5));

  private static final int MOST_ATTEMPTS = 10;

  public RetryRule {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "attempts must be 1 to " + MOST_ATTEMPTS + ": " + attempts);
    }
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("no pauses: " + firstPause + ", " + longestPause);
    }
  }

  /** Returns the pause after the given number of attempts, at least one. */
  public Duration pauseAfter(int attemptsMade) {
    Duration doubled = firstPause.multipliedBy(1L << attemptsMade - 1);
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }
}
