package io.evalbeam.io.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one URL with retries. Only http and https are followed, never from https down to http;
 * user information of the URL is sent as basic authentication to its own host only.
 */
public final class HttpFetcher {
  private static final Set<String> PRIVATE_HEADERS =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "cookie",
          "authorization",
          "proxy-authorization",
          "proxy-authenticate",
          "www-authenticate",
          "authentication-info");

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final FetchPolicy policy;
  private final Sleeper sleeper;
  private final HttpClient client;

  /**
   * A fetcher.
   *
   * @param sleeper waits between attempts, {@code time -> Thread.sleep(time.toMillis())}
   */
  public HttpFetcher(FetchPolicy policy, Sleeper sleeper) {
    this.policy = policy;
    this.sleeper = sleeper;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(policy.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * An answer of a server.
   *
   * @param status 2xx or 304
   * @param headers names in lower case, without cookies and credentials
   * @param body hash and size; null for 304
   */
  record Answer(int status, Map<String, String> headers, HashedBody.@Nullable Stored body) {}

  /** An attempt that may be repeated. */
  private static final class TransientException extends Exception {
    private final @Nullable Duration wait;

    TransientException(String message, @Nullable Duration wait, @Nullable Throwable cause) {
      super(message, cause);
      this.wait = wait;
    }
  }

  /**
   * Fetches a URL into a local file.
   *
   * @param previous whose validators make the request conditional; null to ask for the body
   * @throws FetchException when no attempt brought an answer
   */
  Answer fetch(String url, @Nullable FetchRecord previous, Path file) throws FetchException {
    URI uri = uri(url, url);
    for (int attempt = 0; ; attempt++) {
      try {
        return follow(uri, url, previous, file);
      } catch (TransientException e) {
        if (attempt == policy.retries()) {
          throw new FetchException(
              describe(url, e.getMessage() + " in " + (attempt + 1) + " attempts"), e);
        }
        pause(url, e.wait, attempt);
      }
    }
  }

  private void pause(String url, @Nullable Duration asked, int attempt) throws FetchException {
    Duration wait =
        asked == null ? policy.firstBackoff().multipliedBy(1L << Math.min(attempt, 20)) : asked;
    try {
      sleeper.sleep(wait.compareTo(policy.longestBackoff()) > 0 ? policy.longestBackoff() : wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(describe(url, "interrupted"), e);
    }
  }

  private Answer follow(URI start, String url, @Nullable FetchRecord previous, Path file)
      throws FetchException, TransientException {
    URI uri = start;
    for (int hops = 0; hops <= policy.maxRedirects(); hops++) {
      HttpResponse<HashedBody.@Nullable Stored> response =
          send(request(uri, start, previous), url, file);
      int status = response.statusCode();
      if (REDIRECTS.contains(status)) {
        uri = redirected(uri, response.headers(), url);
        continue;
      }
      if (status == 304 && previous != null) {
        return new Answer(status, publicHeaders(response.headers()), null);
      }
      if (status == 429 || status >= 500) {
        throw new TransientException(
            "the server answered " + status, retryAfter(response.headers()), null);
      }
      if (status < 200 || status >= 300) {
        FetchException.Kind kind =
            status == 404 || status == 410
                ? FetchException.Kind.NOT_FOUND
                : FetchException.Kind.UNAVAILABLE;
        throw new FetchException(describe(url, "the server answered " + status), kind);
      }
      String encoding = response.headers().firstValue("content-encoding").orElse("identity");
      if (!encoding.equalsIgnoreCase("identity")) {
        throw new FetchException(
            describe(url, "the server sent an encoded body (" + encoding + ")"));
      }
      return new Answer(status, publicHeaders(response.headers()), response.body());
    }
    throw new FetchException(describe(url, "more than " + policy.maxRedirects() + " redirects"));
  }

  private HttpRequest request(URI uri, URI start, @Nullable FetchRecord previous) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(withoutUser(uri))
            .timeout(policy.requestTimeout())
            .header("User-Agent", policy.userAgent())
            .header("Accept-Encoding", "identity");
    String user = start.getUserInfo();
    if (user != null && start.getAuthority().endsWith("@" + authority(uri))) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (previous != null && previous.etag() != null) {
      request.header("If-None-Match", previous.etag());
    }
    if (previous != null && previous.lastModified() != null) {
      request.header("If-Modified-Since", previous.lastModified());
    }
    return request.GET().build();
  }

  private HttpResponse<HashedBody.@Nullable Stored> send(HttpRequest request, String url, Path file)
      throws FetchException, TransientException {
    CompletableFuture<HttpResponse<HashedBody.@Nullable Stored>> answer =
        client.sendAsync(request, info -> subscriber(info.statusCode(), file));
    try {
      // The request's own timeout ends with the headers; this one covers the body too.
      return answer.get(policy.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new TransientException(
          "no complete answer within " + policy.requestTimeout().toMillis() + " ms", null, e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new FetchException(describe(url, "interrupted"), e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof HashedBody.TooLargeException tooLarge) {
        throw new FetchException(
            describe(url, String.valueOf(tooLarge.getMessage())),
            FetchException.Kind.TOO_LARGE,
            tooLarge);
      }
      if (cause instanceof IOException broken) {
        String kind = broken.getClass().getSimpleName();
        throw new TransientException("the connection failed (" + kind + ")", null, broken);
      }
      throw new IllegalStateException("the request failed unexpectedly", e);
    }
  }

  private HttpResponse.BodySubscriber<HashedBody.@Nullable Stored> subscriber(
      int status, Path file) {
    if (status < 200 || status >= 300) {
      return BodySubscribers.replacing(null);
    }
    try {
      HttpResponse.BodySubscriber<HashedBody.Stored> body = new HashedBody(file, policy.maxBytes());
      return BodySubscribers.mapping(body, stored -> stored);
    } catch (IOException e) {
      throw new IllegalStateException("the file " + file + " cannot be written", e);
    }
  }

  private URI redirected(URI from, HttpHeaders headers, String url) throws FetchException {
    String location = headers.firstValue("location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new FetchException(describe(url, "a redirect without a usable address"), e);
    }
    if ("https".equals(from.getScheme()) && "http".equals(to.getScheme())) {
      throw new FetchException(describe(url, "a redirect from https to http"));
    }
    URI target = uri(to.toString(), url);
    if (!policy.leavesHost() && !authority(target).equalsIgnoreCase(authority(from))) {
      throw new FetchException(describe(url, "a redirect to another host"));
    }
    return target;
  }

  private static URI uri(String text, String url) throws FetchException {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new FetchException(describe(url, "not a usable address"));
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new FetchException(describe(url, "only http and https addresses are fetched"));
    }
    return uri;
  }

  private static URI withoutUser(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + authority(uri) + path + query);
  }

  private static String authority(URI uri) {
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /** Seconds only; a date would need a clock. */
  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String seconds = headers.firstValue("retry-after").orElse("").strip();
    return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  private static Map<String, String> publicHeaders(HttpHeaders headers) {
    Map<String, String> kept = new TreeMap<>();
    headers
        .map()
        .forEach(
            (name, values) -> {
              String key = name.toLowerCase(Locale.ROOT);
              if (!PRIVATE_HEADERS.contains(key)) {
                kept.put(key, String.join(", ", values));
              }
            });
    return kept;
  }

  private static String describe(String url, String problem) {
    return UrlSecrets.mask(url) + ": " + problem + ".";
  }
}
