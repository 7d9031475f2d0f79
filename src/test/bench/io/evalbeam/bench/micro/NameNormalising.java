package io.evalbeam.bench.micro;

import io.evalbeam.transforms.identity.ModelNames;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Ten model names taken apart; the peer replaces by regular expressions and does less: it knows no
 * aliases, namespaces or forms of versions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NameNormalising {
  private static final List<String> NAMES =
      List.of(
          "meta-llama/Llama-3.1-405B-Instruct",
          "GPT-4o (2024-08-06)",
          "claude-3-5-sonnet-20241022",
          "Qwen2.5-72B-Instruct-AWQ",
          "gemini-1.5-pro-002",
          "DeepSeek-R1 (thinking)",
          "mistralai/Mixtral-8x22B-Instruct-v0.1",
          "Command R+ 08-2024",
          "Phi-3.5-mini-instruct",
          "Überkranich 7B Ⅱ");

  private static final Pattern NAMESPACE = Pattern.compile("^[^/]+/(?=[^/]+$)");
  private static final Pattern DATE =
      Pattern.compile("[-_ (]*(20\\d{2}-?\\d{2}-?\\d{2}|\\d{2}-20\\d{2})\\)?");
  private static final Pattern VARIANT =
      Pattern.compile(
          "[-_ (]+(instruct|chat|thinking|awq|preview|\\d{3}|v\\d\\.\\d)\\)?(?=$|[-_ ])");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern EDGES = Pattern.compile("^_+|_+$");

  private final ModelNames names = ModelNames.standard();

  @Benchmark
  public void normalizer(Blackhole models) {
    for (String name : NAMES) {
      models.consume(names.normalize(name));
    }
  }

  @Benchmark
  public void peerRegularExpressions(Blackhole models) {
    for (String name : NAMES) {
      String folded =
          Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
              .replace("+", " plus");
      String bare = NAMESPACE.matcher(folded).replaceFirst("");
      String undated = DATE.matcher(bare).replaceAll("");
      String base = VARIANT.matcher(undated).replaceAll("");
      String joined = SEPARATORS.matcher(base).replaceAll("_");
      models.consume(EDGES.matcher(joined).replaceAll(""));
    }
  }
}
