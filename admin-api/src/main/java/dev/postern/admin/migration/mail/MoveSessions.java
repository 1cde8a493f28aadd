package dev.postern.admin.migration.mail;

/** Opens sessions by which mail can be moved. */
interface MoveSessions {

    /**
     * Signs in to the other server.
     *
     * @throws MoveFailed saying why that cannot be
     */
    MoveSession open(MoveWish wish) throws MoveFailed;
}
