package dev.postern.admin.self;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of self-service that somebody is led back to, and no other place, whatever a link says. */
record OwnPlace(String path) {

    static final OwnPlace HOME = new OwnPlace("/self");
    static final String LOGIN = "/self/login";
    static final String CODE = "/self/login/code";
    static final String CONFIRM = "/self/confirm";

    private static final Pattern PAGE = Pattern.compile("/self(/[a-z0-9-]+)*(\\?[A-Za-z0-9=&%_.-]*)?");
    private static final int LONGEST = 300;

    /** The page that was asked for. */
    static OwnPlace of(HttpServletRequest request) {
        var query =
                Optional.ofNullable(request.getQueryString()).map("?"::concat).orElse("");
        return parse(request.getRequestURI() + query);
    }

    /** The page that a form is on, whose buttons lead below its path. */
    static OwnPlace ofForm(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', HOME.path.length() + 1);
        return parse(end < 0 ? path : path.substring(0, end));
    }

    /** Whatever is no page of ours leads to the first one. */
    static OwnPlace parse(String text) {
        return text.length() <= LONGEST && PAGE.matcher(text).matches() ? new OwnPlace(text) : HOME;
    }

    /** The address of a page that leads here when it is done. */
    String after(String page) {
        return equals(HOME) ? page : page + "?next=" + URLEncoder.encode(path, UTF_8);
    }

    /** The same, with the reason why it is not done yet. */
    String withReason(String page, String reason) {
        var address = after(page);
        return address + (address.contains("?") ? "&" : "?") + reason;
    }
}
