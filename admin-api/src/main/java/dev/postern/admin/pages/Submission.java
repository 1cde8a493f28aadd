package dev.postern.admin.pages;

import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.outcome.Versioned;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A filled-in form on its way into the core. What is wrong with it is told beside the field, in the reader's language. */
public final class Submission {

    /** The text that is nothing but its argument: what is told may have any sign in it. */
    private static final String SAID = "form.said";

    private static final String NOTHING = "Fill this in.";

    private final BindingResult form;
    private final Sentences sentences;
    private @Nullable Versioned present;

    public Submission(BindingResult form, Sentences sentences) {
        this.form = form;
        this.sentences = sentences;
    }

    /**
     * What a field that has to be filled in says; empty if that cannot be understood.
     *
     * @param parser throws {@link IllegalArgumentException} with a text for the reader
     */
    public <T> Optional<T> required(String field, Function<String, T> parser) {
        var typed = typed(field);
        if (typed.isEmpty()) {
            tell(field, NOTHING);
        }
        return typed.flatMap(text -> parse(field, text, parser));
    }

    /** The same for a field that may stay empty. */
    public <T> Optional<T> optional(String field, Function<String, T> parser) {
        return typed(field).flatMap(text -> parse(field, text, parser));
    }

    /**
     * What several fields say together; empty if one of them says nothing that could be understood.
     *
     * @param field where it is told that they do not go together
     */
    public <T> Optional<T> together(String field, Supplier<T> parser) {
        return form.hasErrors() ? Optional.empty() : parse(field, "", _ -> parser.get());
    }

    /** Does something with what was understood, if that was all; empty if it was not, or if the core refuses. */
    public <T> Optional<T> submit(Supplier<Outcome<T>> deed) {
        return form.hasErrors() ? Optional.empty() : take(deed.get());
    }

    /** What was done; empty after a refusal, which is told to the reader. */
    public <T> Optional<T> take(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> Optional.of(value);
            case Outcome.Refused<T>(var refusal) -> {
                refuse(refusal);
                yield Optional.empty();
            }
        };
    }

    /** How the thing is now, if somebody else changed it while the form was being filled in. */
    public Optional<Versioned> present() {
        return Optional.ofNullable(present);
    }

    /** Says by the status of the answer too that nothing was done. */
    public void mark(HttpServletResponse response) {
        response.setStatus(
                present == null ? HttpServletResponse.SC_UNPROCESSABLE_CONTENT : HttpServletResponse.SC_CONFLICT);
    }

    /** Tells that a field cannot be what it is. */
    public void tell(String field, String detail) {
        if (form.getFieldType(field) == null) {
            reject(detail);
        } else {
            form.rejectValue(field, SAID, new Object[] {sentences.say(detail)}, null);
        }
    }

    private void refuse(Refusal refusal) {
        switch (refusal) {
            case Refusal.Missing(var detail) -> reject(detail);
            case Refusal.Taken(var field, var detail) -> tell(field, detail);
            case Refusal.Unfit(var field, var detail) -> tell(field, detail);
            case Refusal.Stale stale -> present = stale.present();
        }
    }

    private void reject(String detail) {
        form.reject(SAID, new Object[] {sentences.say(detail)}, null);
    }

    private Optional<String> typed(String field) {
        return Optional.ofNullable(form.getRawFieldValue(field))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    private <T> Optional<T> parse(String field, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException unfit) {
            tell(field, String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }
}
