package io.evalbeam.bench.measure;

import java.io.IOException;
import java.util.List;

/**
 * One of several commands that are compared.
 *
 * @param name in the tables
 * @param command what is run
 * @param before puts the files into the state that each run starts from; not measured
 * @param helpers numbers of processes that work for the command
 */
public record Contender(String name, CommandLine command, Preparation before, List<Long> helpers) {

  /** What is done before a run. */
  @FunctionalInterface
  public interface Preparation {
    /** Prepares a run. */
    void prepare() throws IOException;
  }

  public Contender {
    helpers = List.copyOf(helpers);
  }

  public Contender(String name, CommandLine command, Preparation before) {
    this(name, command, before, List.of());
  }
}
