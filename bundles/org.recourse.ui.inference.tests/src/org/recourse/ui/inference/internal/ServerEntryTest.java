/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.RemoteSettings;

class ServerEntryTest {

  private static final Optional<BearerToken> TOKEN = Optional.of(new BearerToken("abc"));

  @Test
  void fieldsBecomeSettings() {
    var entry =
        new ServerEntry(true, " https://gpu.example:8443 ", " /etc/house.pem", 2, 90, true, true);

    RemoteSettings settings = entry.settings(TOKEN);

    assertEquals(URI.create("https://gpu.example:8443"), settings.server());
    assertEquals(Optional.of(Path.of("/etc/house.pem")), settings.certificates());
    assertEquals(Duration.ofSeconds(2), settings.connectTimeout());
    assertEquals(Duration.ofSeconds(90), settings.answerTimeout());
    assertTrue(settings.withoutChecksum());
    assertEquals(TOKEN, settings.token());
  }

  @Test
  void nothingIsUsedAtFirst() {
    assertFalse(ServerEntry.NONE.used());
    assertFalse(ServerEntry.NONE.withoutChecksum());
    assertFalse(ServerEntry.NONE.tokenStored());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "gpu.example:8443", "http://a b", "ftp://gpu", "https://"})
  void whatIsNoAddressIsASentence(String address) {
    var entry = new ServerEntry(true, address, "", 1, 1, false, false);
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> entry.settings(Optional.empty()))
            .getMessage();
    assertFalse(sentence.isBlank());
  }

  @Test
  void aTokenWithoutEncryptionIsRefused() {
    var entry = new ServerEntry(true, "http://gpu.example", "", 1, 1, false, true);
    assertThrows(IllegalArgumentException.class, () -> entry.settings(TOKEN));
  }
}
