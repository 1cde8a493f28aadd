package dev.postern.common.service.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame of one page. What it costs something to know is only asked when it is drawn. */
public final class Frame {

    private final Navigation navigation;
    private final List<Locale> languages;
    private final SiteMap siteMap;
    private final Place place;
    private final @Nullable String operator;

    Frame(Navigation navigation, List<Locale> languages, SiteMap siteMap, Place place, @Nullable String operator) {
        this.navigation = navigation;
        this.languages = languages;
        this.siteMap = siteMap;
        this.place = place;
        this.operator = operator;
    }

    /** The page somebody asked for, even when it is the error page that he gets. */
    static Place placeOf(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null
                ? new Place(request.getRequestURI(), Optional.ofNullable(request.getQueryString()))
                : new Place(asked.toString(), Optional.empty());
    }

    public List<Navigation.Link> getLinks() {
        return navigation.links();
    }

    /** The name of this dashboard, empty if it has none. */
    public String getDashboard() {
        return navigation.dashboard();
    }

    /** Who is signed in. */
    public @Nullable String getOperator() {
        return operator;
    }

    public List<SiteMap.Section> getSections() {
        return operator == null ? List.of() : siteMap.sections();
    }

    public @Nullable String getSearch() {
        return siteMap.search().orElse(null);
    }

    public @Nullable String getAccount() {
        return siteMap.account().orElse(null);
    }

    public List<Locale> getLanguages() {
        return languages;
    }

    public String getPath() {
        return place.path;
    }

    /** Where a change of the language leads back to. */
    public String getBack() {
        return place.path + place.query.map("?"::concat).orElse("");
    }

    record Place(String path, Optional<String> query) {}
}
