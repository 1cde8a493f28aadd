package dev.postern.admin.clients;

/** Makes of a profile what is handed out. */
@FunctionalInterface
interface ProfileSigner {

    /** Hands profiles out as they are; the device calls them unsigned. */
    ProfileSigner NONE = profile -> profile;

    byte[] sign(byte[] profile);
}
