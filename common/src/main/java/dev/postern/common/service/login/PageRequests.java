package dev.postern.common.service.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Tells pages from the fragments that htmx fetches for them. */
public final class PageRequests {

    private PageRequests() {}

    public static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** After the log-in the operator wants the page he asked for, not a fragment, and not what a browser fetches unasked. */
    public static RequestCache rememberedForLogin() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && !isFragment(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    static AuthenticationSuccessHandler returnToRememberedPage(RequestCache remembered) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setRequestCache(remembered);
        handler.setRedirectStrategy((_, response, url) -> response.sendRedirect(withoutHost(url)));
        return handler;
    }

    /** The path of the page that was asked for, which is then forgotten; the first page if none was. */
    public static String takeRememberedPage(
            RequestCache remembered, HttpServletRequest request, HttpServletResponse response) {
        var asked = remembered.getRequest(request, response);
        remembered.removeRequest(request, response);
        return asked == null ? "/" : withoutHost(asked.getRedirectUrl());
    }

    /** What is remembered has the host and port that the service sees, which need not be those of the browser. */
    private static String withoutHost(String url) {
        return "/" + url.replaceFirst("^https?://[^/?]*", "").replaceFirst("^/+", "");
    }

    /** A log-in page inside a table is no use: htmx is told to leave the whole page. */
    public static AuthenticationEntryPoint leaveFragmentFor(String loginPage) {
        return (_, response, _) -> {
            response.setHeader("HX-Redirect", loginPage);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        };
    }
}
