package dev.postern.backup.storage;

/** What a place is for. */
public enum Role {
    MAIL,
    DATABASE,
    BACKUP
}
