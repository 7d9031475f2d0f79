package io.evalbeam.io.http;

import io.evalbeam.io.files.HashingOutput;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes a body into a local file while hashing it, and breaks off when it grows too large. */
final class HashedBody implements BodySubscriber<HashedBody.Stored> {
  /**
   * A body that arrived in full.
   *
   * @param sha256 in hexadecimal digits
   * @param size in bytes
   */
  record Stored(String sha256, long size) {}

  /** The body is larger than allowed; trying again would not help. */
  static final class TooLargeException extends IOException {
    TooLargeException(long maxBytes) {
      super("the body is larger than " + maxBytes + " bytes");
    }
  }

  private final CompletableFuture<Stored> result = new CompletableFuture<>();
  private final HashingOutput out;
  private final long maxBytes;
  private Flow.@Nullable Subscription subscription;
  private long size;

  HashedBody(Path file, long maxBytes) throws IOException {
    this.out = new HashingOutput(Files.newOutputStream(file));
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Stored> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (result.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        write(buffer);
      }
    } catch (IOException e) {
      if (subscription != null) {
        subscription.cancel();
      }
      fail(e);
    }
  }

  private void write(ByteBuffer buffer) throws IOException {
    size += buffer.remaining();
    if (size > maxBytes) {
      throw new TooLargeException(maxBytes);
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    out.write(bytes);
  }

  @Override
  public void onError(Throwable throwable) {
    fail(throwable);
  }

  @Override
  public void onComplete() {
    if (result.isDone()) {
      return;
    }
    try {
      out.close();
      result.complete(new Stored(out.sha256(), size));
    } catch (IOException e) {
      result.completeExceptionally(e);
    }
  }

  private void fail(Throwable cause) {
    try {
      out.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    result.completeExceptionally(cause);
  }
}
