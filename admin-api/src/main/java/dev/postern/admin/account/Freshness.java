package dev.postern.admin.account;

import dev.postern.admin.signin.SignInAgain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whoever changes how he signs in has shown not long ago that it is he: a browser that somebody left open is not enough. */
@Component
class Freshness implements HandlerInterceptor {

    private final OwnAccount account;
    private final SignInAgain signInAgain;
    private final AccountSettings settings;
    private final InstantSource clock;

    Freshness(OwnAccount account, SignInAgain signInAgain, AccountSettings settings, InstantSource clock) {
        this.account = account;
        this.signInAgain = signInAgain;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var isFresh = account.session().since().plus(settings.freshFor()).isAfter(clock.instant());
        if (!isFresh) {
            signInAgain.ask(OwnAccountController.PAGE, request, response);
        }
        return isFresh;
    }
}
