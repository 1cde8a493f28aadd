package dev.postern.admin.domains;

import dev.postern.admin.text.Note;
import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record DomainChange(
        Optional<Boolean> enabled,
        Optional<RelayName> relay,
        Optional<Note> note,
        Optional<DetailSeparator> separator) {}
