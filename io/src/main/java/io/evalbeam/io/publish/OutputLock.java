package io.evalbeam.io.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process from writing into an output directory. The lock is the operating system's:
 * it ends with the process, however that ends. Only local directories can be locked.
 */
public final class OutputLock {
  /** A lock belongs to the process, as it does for the operating system. */
  private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

  private OutputLock() {}

  /** Locks a directory if it is there already; does not create it. */
  static void holdExisting(String output) throws IOException {
    if (isLocal(output) && Files.exists(Path.of(output))) {
      hold(output);
    }
  }

  /**
   * Locks a directory until the process ends; again does nothing.
   *
   * @throws IOException when another process holds it, or when it is no directory
   */
  public static void hold(String output) throws IOException {
    if (!isLocal(output)) {
      return;
    }
    Path directory = Path.of(output).toAbsolutePath().normalize();
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException(output + " is a file; the output needs a directory");
    }
    if (HELD.containsKey(directory)) {
      return;
    }
    Path state = Files.createDirectories(directory.resolve("_evalbeam"));
    FileChannel channel =
        FileChannel.open(
            state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException("another run is writing to " + output);
    }
    HELD.put(directory, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process, through another channel
    }
  }

  private static boolean isLocal(String output) {
    return !output.contains("://");
  }
}
