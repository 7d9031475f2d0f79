package io.evalbeam.pipelines.cli;

public final class Main {
  private Main() {}

  public static void main(String[] a) {}
}
