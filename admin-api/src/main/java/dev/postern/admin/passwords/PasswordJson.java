package dev.postern.admin.passwords;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.springframework.boot.jackson.JacksonMixin;

/** A password is a plain string in JSON, and is only ever read from there. */
@JacksonMixin(Password.class)
abstract class PasswordJson {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PasswordJson(String text) {}
}
