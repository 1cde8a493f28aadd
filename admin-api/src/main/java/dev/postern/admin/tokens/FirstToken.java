package dev.postern.admin.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import dev.postern.common.service.SecretFile;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sees to it, at each start, that the token of the secret file opens the API. */
@Component
class FirstToken implements ApplicationRunner {

    static final String NAME = "first";

    private static final Logger log = LoggerFactory.getLogger(FirstToken.class);

    /** As RFC 6750 §2.1 writes a token, and long enough for 128 random bits in hexadecimal. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{32,}=*");

    private final ApiTokens tokens;
    private final TokenSettings settings;

    FirstToken(ApiTokens tokens, TokenSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var token = SecretFile.read(settings.file());
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalStateException(
                    "%s is no token: it needs at least 32 random characters, made for example by `openssl rand -hex 32`."
                            .formatted(settings.file()));
        }
        var digest = Sha256.of(token.getBytes(UTF_8));
        if (!tokens.find(digest).map(ApiToken::name).equals(Optional.of(NAME))) {
            tokens.saveFirst(NAME, digest);
            log.info("The API opens to the token of {}", settings.file());
        }
    }
}
