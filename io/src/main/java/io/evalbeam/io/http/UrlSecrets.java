package io.evalbeam.io.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords and tokens of URLs out of logs, tables and file names. */
public final class UrlSecrets {
  private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@");
  private static final Pattern PARAMETER = Pattern.compile("([?&;#])([^=&;#]+)=([^&;#]*)");
  private static final Set<String> MARKS =
      Set.of("token", "key", "secret", "sig", "auth", "pass", "pwd", "credential", "sess");

  private UrlSecrets() {}

  /** The URL with user information removed and the values of telling parameters starred out. */
  public static String mask(String url) {
    Matcher parameter = PARAMETER.matcher(USER.matcher(url).replaceFirst("$1"));
    return parameter.replaceAll(
        match -> {
          String name = match.group(2).toLowerCase(Locale.ROOT);
          boolean telling = MARKS.stream().anyMatch(name::contains);
          return Matcher.quoteReplacement(
              match.group(1) + match.group(2) + "=" + (telling ? "***" : match.group(3)));
        });
  }
}
