package io.evalbeam.io.table;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file on any Beam file system; its readers all share one channel. */
public final class ChannelInput implements InputFile, AutoCloseable {
  private final SeekableByteChannel channel;

  private ChannelInput(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  public static ChannelInput open(String path) throws IOException {
    ReadableByteChannel channel = FileSystems.open(FileSystems.matchNewResource(path, false));
    if (channel instanceof SeekableByteChannel seekable) {
      return new ChannelInput(seekable);
    }
    channel.close();
    throw new IOException(path + ": the file system cannot read from the middle of a file");
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
