package io.evalbeam.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket on the loopback interface: files with validators, and faults where they are planted. */
public final class ReleaseServer implements AutoCloseable {
  /** Path of the project that short paths lie in. */
  public static final String BASE = "/public/lite/benchmark_output";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Deque<HttpHandler>> faults = new ConcurrentHashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong bodyBytes = new AtomicLong();

  /** Starts a server that has nothing. */
  public ReleaseServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      requests.add(path);
      Deque<HttpHandler> planted = faults.get(path);
      HttpHandler fault = planted == null ? null : planted.poll();
      if (fault != null) {
        fault.handle(exchange);
        return;
      }
      byte[] body = files.get(path);
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String tag = '"' + Sha256.of(body) + '"';
      exchange.getResponseHeaders().add("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      bodyBytes.addAndGet(body.length);
    }
  }

  /** Puts a file below {@code benchmark_output}. */
  public void put(String path, String text) {
    files.put(BASE + "/" + path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a file anywhere. */
  public void putAt(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes a file below {@code benchmark_output} away. */
  public void remove(String path) {
    files.remove(BASE + "/" + path);
  }

  /** Answers the next request of a file in another way; several are answered in order. */
  public void fault(String path, HttpHandler answer) {
    faults.computeIfAbsent(BASE + "/" + path, p -> new ArrayDeque<>()).add(answer);
  }

  /** The next answers of a file are plain statuses. */
  public void status(String path, int... statuses) {
    for (int status : statuses) {
      fault(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }
  }

  /** The next answer of a file anywhere is a plain status. */
  public void faultAt(String path, int status) {
    faults
        .computeIfAbsent(path, p -> new ArrayDeque<>())
        .add(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  /** The line is cut in the middle of the next answer of a file. */
  public void cut(String path) {
    fault(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[500]);
          exchange.getResponseBody().flush();
          throw new IOException("the line is cut");
        });
  }

  /** Paths asked for since the last call. */
  public List<String> requests() {
    List<String> seen;
    synchronized (requests) {
      seen = List.copyOf(requests);
      requests.clear();
    }
    return seen;
  }

  /** Bytes of bodies sent since the last call, faults not counted. */
  public long bodyBytes() {
    return bodyBytes.getAndSet(0);
  }

  /** Address of {@link #BASE}. */
  public URI base() {
    return URI.create(address() + BASE);
  }

  /** Address of the bucket, without a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
