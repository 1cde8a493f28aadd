package dev.postern.common.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows. */
@ControllerAdvice
final class PageFrameAdvice {

    private final List<Navigation.Link> links;
    private final String dashboard;

    PageFrameAdvice(Navigation navigation) {
        this.links = navigation.links();
        this.dashboard = navigation.dashboard();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return new Frame(links, dashboard, request.getRemoteUser());
    }

    /**
     * The frame of one page.
     *
     * @param dashboard the name of this dashboard, empty if it has none
     * @param operator who is signed in
     */
    record Frame(
            List<Navigation.Link> links,
            String dashboard,
            @Nullable String operator) {}
}
