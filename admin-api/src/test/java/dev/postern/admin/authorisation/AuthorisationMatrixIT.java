package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Role;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every endpoint, called by everybody there is, in his own domain and in another. */
@AdminApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // made before the first test
class AuthorisationMatrixIT {

    @Autowired
    AdminApi api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private Everybody everybody;
    private Premises own;
    private Premises other;
    private String before = "";

    @BeforeAll
    void lookAround() {
        everybody = new Everybody(api);
        own = new Premises(api);
        other = new Premises(api);
        before = own.seen() + other.seen();
    }

    @AfterAll
    void nobodyChangedWhatHeMayNot() {
        assertThat(own.seen() + other.seen()).isEqualTo(before);
    }

    @Test
    void everyRouteHasALineAndEveryLineARoute() {
        var rows = MatrixRow.all();
        var existing = routes.getHandlerMethods().keySet().stream()
                .filter(route -> !takesFiles(route) && !isTheErrorPage(route))
                .collect(Collectors.toSet());

        assertThat(existing)
                .filteredOn(route -> rows.stream()
                                .filter(row -> routeOf(row, existing).equals(Optional.of(route)))
                                .count()
                        != 1)
                .as("routes that need one line in %s", MatrixRow.FILE)
                .isEmpty();
        assertThat(rows)
                .filteredOn(row -> routeOf(row, existing).isEmpty())
                .as("lines of %s that no route is for", MatrixRow.FILE)
                .isEmpty();
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void letsThroughWhomItIsForAndNobodyElse(MatrixRow row) {
        var softly = new SoftAssertions();
        for (var caller : Everybody.all()) {
            check(row, caller, true, softly);
            if (row.isAboutADomain()) {
                check(row, caller, false, softly);
            }
        }
        softly.assertAll();
    }

    private void check(MatrixRow row, Caller caller, boolean isOwn, SoftAssertions softly) {
        var may = caller.may(row, isOwn);
        // Whoever may change something gets something new to change: what is left shows whether anybody else did.
        var target = may && row.isForSome() && row.changesSomething() ? new Premises(api) : isOwn ? own : other;
        var reply = everybody.call(row, caller, isOwn ? target : own, target);
        var what = "%s by %s in %s domain: %s".formatted(row, caller, isOwn ? "his" : "another", reply);
        if (may) {
            softly.assertThat(reply.status()).as(what).isEqualTo(row.status());
        } else if (row.audience().equals("browsers")) {
            softly.assertThat(reply.status()).as(what).isEqualTo(403);
        } else if (!caller.isOfTheRightKind(row)) {
            // A page that changes something wants the token against forged requests before it asks who it is.
            softly.assertThat(reply.asksWhoItIs() || (row.isPage() && row.changesSomething() && reply.status() == 403))
                    .as(what)
                    .isTrue();
        } else {
            // What is in another's domain does not even exist for a domain administrator.
            softly.assertThat(reply.status()).as(what).isIn(caller.may(row, true) ? List.of(404) : List.of(403, 404));
        }
        if (caller.role() == Role.DOMAIN_ADMINISTRATOR && isOwn) {
            softly.assertThat(reply.content()).as(what).doesNotContain(other.domain());
        }
    }

    /** The one that Spring would take: of several that fit, the most specific. */
    private static Optional<RequestMappingInfo> routeOf(MatrixRow row, Set<RequestMappingInfo> existing) {
        return existing.stream()
                .filter(route -> patternFor(row, route).isPresent())
                .min(Comparator.comparing(route -> patternFor(row, route).orElseThrow()));
    }

    /** What takes files is asked about where files are made up for it. */
    private static boolean takesFiles(RequestMappingInfo route) {
        var taken = route.getConsumesCondition().getConsumableMediaTypes();
        return taken.contains(MediaType.MULTIPART_FORM_DATA) || taken.contains(MediaType.parseMediaType("text/csv"));
    }

    /** The same place answers people with a page and programs without: one line is for both. */
    private static boolean isTheErrorPage(RequestMappingInfo route) {
        return !route.getProducesCondition().isEmpty()
                && Objects.requireNonNull(route.getPathPatternsCondition())
                        .getPatternValues()
                        .contains("/error");
    }

    /** Owners of mailboxes sign in to sessions of a kind of their own, which the tests of the package self ask about. */
    private static Optional<PathPattern> patternFor(MatrixRow row, RequestMappingInfo route) {
        var path = PathContainer.parsePath(row.path().replaceFirst("\\?.*", "").replaceAll("[{}]", ""));
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.valueOf(row.method()))
                ? Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream()
                        .filter(pattern -> pattern.matches(path))
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
