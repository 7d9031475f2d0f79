package io.evalbeam.io.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fetch of one URL, as the index of the snapshot store keeps it.
 *
 * @param url without secrets
 * @param fetchedAt ISO date-time with Z: the time of the run
 * @param status HTTP status; 304 when the body of an earlier fetch still holds
 * @param headers of the answer, names in lower case, without cookies and credentials
 * @param sha256 hash of the body, in hexadecimal digits
 * @param size bytes of the body
 * @param etag validator of the body, null if the server gave none
 * @param lastModified validator of the body, null if the server gave none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FetchRecord(
    String url,
    String fetchedAt,
    int status,
    Map<String, String> headers,
    String sha256,
    long size,
    @Nullable String etag,
    @Nullable String lastModified) {

  public FetchRecord {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }
}
