package dev.postern.admin.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * From where somebody signs in.
 *
 * @param address an IP address
 * @param browser what it says of itself
 */
public record Client(String address, String browser) {

    private static final int LONGEST = 300;

    public Client {
        browser = browser.length() <= LONGEST ? browser : browser.substring(0, LONGEST);
    }

    public static Client of(HttpServletRequest request) {
        return new Client(
                String.valueOf(request.getRemoteAddr()),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }
}
