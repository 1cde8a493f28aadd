package dev.postern.admin.identity;

/** Something that is kept for an identity, and has to go with it. */
public interface Belongings {

    void removeAllOf(Identity identity);
}
