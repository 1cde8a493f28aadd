package dev.postern.common.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows. */
@ControllerAdvice
final class PageFrameAdvice {

    private final Navigation navigation;
    private final Languages languages;
    private final SiteMap siteMap;

    PageFrameAdvice(Navigation navigation, Languages languages, SiteMap siteMap) {
        this.navigation = navigation;
        this.languages = languages;
        this.siteMap = siteMap;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return new Frame(navigation, languages.all(), siteMap, Frame.placeOf(request), request.getRemoteUser());
    }
}
