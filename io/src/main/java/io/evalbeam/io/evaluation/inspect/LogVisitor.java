package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes the parts of a log in the order in which they lie in it. */
interface LogVisitor {
  /** A field of the log other than samples; the parser stands on its value and must consume it. */
  void field(String name, JsonParser value) throws IOException;

  /** A sample; the parser stands on its value and must consume it. */
  void sample(String location, JsonParser value) throws IOException;
}
