package dev.postern.admin.web;

import org.springframework.http.HttpHeaders;

/** What the API shows of something that more than one may be changing at the same time; its version is its ETag. */
public interface VersionedResource {

    long version();

    /** The header that tells it. */
    default HttpHeaders tagged() {
        var headers = new HttpHeaders();
        headers.setETag("\"%d\"".formatted(version()));
        return headers;
    }
}
