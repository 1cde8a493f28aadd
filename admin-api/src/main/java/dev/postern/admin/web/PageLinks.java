package dev.postern.admin.web;

import static java.util.stream.Collectors.joining;

import dev.postern.admin.listing.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads from each page of a list to the others ({@code Link}, RFC 8288), with the same filters. */
@ControllerAdvice
class PageLinks implements ResponseBodyAdvice<Page<?>> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Page<?> beforeBodyWrite(
            @Nullable Page<?> page,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (page != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.LINK,
                            targets(page).entrySet().stream()
                                    .map(target -> "<%s>; rel=\"%s\""
                                            .formatted(uri(request, target.getValue(), page), target.getKey()))
                                    .collect(joining(", ")));
        }
        return page;
    }

    private static Map<String, Long> targets(Page<?> page) {
        var last = Math.max(0, (page.total() - 1) / page.size());
        var targets = new LinkedHashMap<String, Long>();
        targets.put("first", 0L);
        if (page.page() > 0) {
            targets.put("prev", Math.min(page.page() - 1, last));
        }
        if (page.page() < last) {
            targets.put("next", page.page() + 1L);
        }
        targets.put("last", last);
        return targets;
    }

    /** Relative to this host: a service behind others cannot know its own address. */
    private static String uri(ServerHttpRequest request, long number, Page<?> page) {
        return UriComponentsBuilder.newInstance()
                .path(request.getURI().getRawPath())
                .query(request.getURI().getRawQuery())
                .replaceQueryParam("page", number)
                .replaceQueryParam("size", page.size())
                .build(true)
                .toUriString();
    }
}
