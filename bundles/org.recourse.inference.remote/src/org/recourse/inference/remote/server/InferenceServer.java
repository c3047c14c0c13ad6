/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.remote.internal.service.InferenceService;
import org.recourse.inference.remote.internal.service.JettyHandler;
import org.recourse.inference.remote.internal.service.Reply;

/**
 * Serves loaded models through the Open Inference Protocol over HTTP/1.1. It keeps nothing and logs
 * nothing of what it is sent. Thread-safe.
 */
public final class InferenceServer implements AutoCloseable {

  private static final int SPARE_THREADS = 8;
  private static final int LARGEST_HEADER_BYTES = 16 << 10;
  private static final int MOST_CONNECTIONS = 128;
  private static final long IDLE_MS = 30_000;
  private static final long STOP_MS = 5_000;

  /** Held here, because the level of a logger that nobody holds is forgotten. */
  private final Logger libraryLog = Logger.getLogger("org.eclipse.jetty");

  private final Server server;
  private final InferenceService service;
  private final URI address;

  private InferenceServer(Server server, InferenceService service, ServerSettings settings)
      throws ServerException {
    this.server = server;
    this.service = service;
    libraryLog.setLevel(Level.SEVERE); // warnings of the library can quote what a client sent
    try {
      server.start();
    } catch (Exception e) { // the library declares no narrower type
      stop(server);
      throw new ServerException(
          "The server cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + ": "
              + e.getMessage(),
          e);
    }
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    String scheme = settings.keyStore().isPresent() ? "https" : "http";
    this.address = URI.create(scheme + "://" + settings.host() + ":" + port);
  }

  /**
   * Starts a server.
   *
   * @param models what it serves; they stay the caller's, who closes them after the server
   * @throws ServerException if it cannot listen, or would be open to everybody
   */
  public static InferenceServer start(ServerSettings settings, List<LoadedModel> models)
      throws ServerException {
    requireClosed(settings);
    InferenceService service = service(settings, models);
    var pool =
        new QueuedThreadPool(settings.runningCount() + settings.waitingCount() + SPARE_THREADS);
    pool.setName("recourse-serve");
    var server = new Server(pool);
    server.addConnector(connector(server, settings));
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(InferenceServer::error);
    server.setHandler(new GracefulHandler(new JettyHandler(service)));
    server.setStopTimeout(STOP_MS);
    return new InferenceServer(server, service, settings);
  }

  private static InferenceService service(ServerSettings settings, List<LoadedModel> models)
      throws ServerException {
    try {
      return new InferenceService(settings, models);
    } catch (InferenceException | IllegalArgumentException e) {
      throw new ServerException("A model cannot be served: " + e.getMessage(), e);
    }
  }

  /** What others can reach needs a token. */
  private static void requireClosed(ServerSettings settings) throws ServerException {
    try {
      InetAddress listening = InetAddress.getByName(settings.host());
      if (!listening.isLoopbackAddress() && settings.token().isEmpty()) {
        throw new ServerException(
            "A server that other machines can reach needs a token: " + settings.host() + ".");
      }
    } catch (UnknownHostException e) {
      throw new ServerException("There is no address " + settings.host() + ".", e);
    }
  }

  private static ServerConnector connector(Server server, ServerSettings settings) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(LARGEST_HEADER_BYTES);
    var plain = new HttpConnectionFactory(http);
    ServerConnector connector;
    if (settings.keyStore().isPresent()) {
      var customizer = new SecureRequestCustomizer();
      customizer.setSniHostCheck(false); // departments use addresses as names
      http.addCustomizer(customizer);
      var tls = new SslContextFactory.Server();
      tls.setKeyStorePath(settings.keyStore().get().file().toUri().toString());
      tls.setKeyStoreType("PKCS12");
      tls.setKeyStorePassword(settings.keyStore().get().password());
      connector =
          new ServerConnector(
              server, 1, 1, new SslConnectionFactory(tls, plain.getProtocol()), plain);
    } else {
      connector = new ServerConnector(server, 1, 1, plain);
    }
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MS);
    return connector;
  }

  /** Errors the library finds, such as a request that is no HTTP; without what the client sent. */
  private static boolean error(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    JettyHandler.write(
        Reply.error(status, "the request is refused with status " + status),
        request,
        response,
        callback);
    return true;
  }

  /** Returns where it listens. */
  public URI address() {
    return address;
  }

  /** Takes no more requests, gives those under way a few seconds and stops. */
  @Override
  public void close() {
    service.endSoon();
    var patience = new Thread(this::cancelLate, "recourse-serve-stop");
    patience.setDaemon(true);
    patience.start();
    stop(server);
    patience.interrupt();
  }

  private void cancelLate() {
    try {
      Thread.sleep(STOP_MS / 2);
      service.cancel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it stopped in time
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // The library names requests that did not end in time; it has cut them off and stopped.
    }
  }
}
