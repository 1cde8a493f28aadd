package dev.postern.admin.passwords;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes passwords of 125 random bits that can be read out on the telephone. */
@Component
public class PasswordGenerator {

    /** 32 characters, none taken for another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    public Password generate() {
        return new Password(
                IntStream.range(0, GROUPS).mapToObj(number -> group()).collect(Collectors.joining("-")));
    }

    private String group() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
