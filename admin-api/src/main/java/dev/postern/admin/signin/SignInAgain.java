package dev.postern.admin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in to show once more that it is he. */
@Component
public class SignInAgain {

    /**
     * Leads to the sign-in.
     *
     * @param back the path of the page to go to afterwards
     */
    public void ask(String back, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit.of(request).leadTo(back);
        response.sendRedirect("/login?again");
    }
}
