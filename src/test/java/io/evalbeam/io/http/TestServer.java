package io.evalbeam.io.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback interface that gives the answers it was told, in order. */
public final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<HttpHandler> answers = new ArrayDeque<>();
  private final List<Map<String, String>> requests =
      Collections.synchronizedList(new ArrayList<>());

  public TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.put(":path", exchange.getRequestURI().toString());
    requests.add(headers);
    HttpHandler answer;
    synchronized (answers) {
      answer = answers.size() > 1 ? answers.remove() : answers.element();
    }
    try (exchange) {
      answer.handle(exchange);
    }
  }

  /** Forgets the answers that were not given yet. */
  public TestServer forget() {
    synchronized (answers) {
      answers.clear();
    }
    return this;
  }

  /** Adds an answer; the last one is repeated. */
  public TestServer then(HttpHandler answer) {
    synchronized (answers) {
      answers.add(answer);
    }
    return this;
  }

  /** Adds a plain answer; header names and values alternate. */
  public TestServer then(int status, String body, String... headers) {
    return then(
        exchange -> {
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(bytes);
            }
          }
        });
  }

  /** Headers of the requests so far, with the path as {@code :path}. */
  public List<Map<String, String>> requests() {
    return List.copyOf(requests);
  }

  public String url(String path) {
    return "http://" + authority() + path;
  }

  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
