/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does exactly what a test wants, right or wrong, byte by byte. */
public final class ScriptedServer implements AutoCloseable {

  /** What to do with a request. Returning ends the connection. */
  @FunctionalInterface
  public interface Script {
    void answer(Heard heard, OutputStream out) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  public record Heard(String head, byte[] body) {

    /** Returns the request line up to the version, such as {@code GET /v2}. */
    public String line() {
      return head.substring(0, head.indexOf(" HTTP/"));
    }

    public Optional<String> header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    }
  }

  private static final int BACKLOG = 50;

  private final ServerSocket socket;
  private final Script script;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  public ScriptedServer(Script script) throws IOException {
    this.script = script;
    socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::accept, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Returns what was asked so far. */
  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** Returns an answer of HTTP. */
  public static byte[] http(int status, String headers, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " Test\r\nContent-Length: "
                + body.length
                + "\r\n"
                + headers
                + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        var thread = new Thread(() -> serve(connection), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Heard request = read(connection.getInputStream());
      heard.add(request);
      script.answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // the client went away, which some tests want
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Heard read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    var request = new Heard(head.toString(StandardCharsets.US_ASCII), new byte[0]);
    int length = Integer.parseInt(request.header("Content-Length").orElse("0"));
    return new Heard(request.head(), in.readNBytes(length));
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
