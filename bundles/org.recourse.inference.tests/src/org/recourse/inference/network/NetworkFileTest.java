/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkFileTest {

  private static final NetworkSize SIZE = new NetworkSize(10, 8, 6);

  @Test
  void whatIsWrittenIsRead() {
    for (NetworkLayout layout :
        List.of(new NetworkLayout(true, 96, 2), new NetworkLayout(false, 32, 2))) {
      var file =
          new NetworkFile(
              NetworkVariant.PAPER,
              SIZE,
              List.of(NetworkWeights.initial(layout, 1), NetworkWeights.initial(layout, 2)));
      NetworkFile read = NetworkFile.of(file.toBytes());

      assertEquals(file, read);
      assertArrayEquals(file.toBytes(), read.toBytes());
    }
  }

  @Test
  void damagedFilesAreRefusedBeforeMemoryIsTaken() {
    byte[] bytes =
        new NetworkFile(
                NetworkVariant.FAST,
                SIZE,
                List.of(NetworkWeights.initial(new NetworkLayout(true, 32, 2), 1)))
            .toBytes();

    assertThrows(IllegalArgumentException.class, () -> NetworkFile.of(new byte[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> NetworkFile.of(Arrays.copyOf(bytes, bytes.length - 4)));
    for (int position = 0; position < 40; position++) { // every byte of the header
      byte[] damaged = bytes.clone();
      damaged[position] = 0x7f;
      assertThrows(IllegalArgumentException.class, () -> NetworkFile.of(damaged));
    }
  }

  /** By hand for one voxel layer: the fast variant of the paper has 1.30e9 operations. */
  @Test
  void workIsThatOfTheReferencePage() {
    assertEquals(
        1.30e9,
        NetworkWork.forwardOperations(
            NetworkVariant.FAST, NetworkSize.PAPER, NetworkLayout.STANDARD),
        0.01e9);
    assertEquals(
        3.37e9,
        NetworkWork.forwardOperations(
            NetworkVariant.PAPER, NetworkSize.PAPER, NetworkLayout.STANDARD),
        0.02e9);
  }
}
