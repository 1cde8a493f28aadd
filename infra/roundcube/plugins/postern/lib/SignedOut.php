<?php

namespace postern;

/** Ends the sessions of whoever was signed out everywhere since he came: the account may be gone, or the password another one. */
final class SignedOut
{
    private const SINCE = 'postern_since';

    public function __construct(private readonly \rcmail $rcmail)
    {
    }

    /** After a log-in, and for the one who changes his password here: he has just shown who he is. */
    public function remember(array $hook): array
    {
        $_SESSION[self::SINCE] = microtime(true);
        return $hook;
    }

    /** With each request, before anything else. Roundcube then shows the log-in page, or says so to its script. */
    public function check(array $request): array
    {
        if (!empty($_SESSION['user_id']) && $this->cameBeforeHeWasSignedOut()) {
            $this->rcmail->kill_session();
        }
        return $request;
    }

    private function cameBeforeHeWasSignedOut(): bool
    {
        $user = (string) $_SESSION['username'];
        $database = $this->rcmail->get_dbh();
        $row = $database->fetch_array($database->query(
            'SELECT TIMESTAMPDIFF(MICROSECOND, MAX(at), UTC_TIMESTAMP(6)) / 1000000'
            . ' FROM webmail_view.sign_out WHERE whose IN (?, ?)',
            $user,
            strrchr($user, '@') ?: $user
        ));
        $here = microtime(true) - ($_SESSION[self::SINCE] ?? 0);
        return is_array($row) && $row[0] !== null && $here > (float) $row[0];
    }
}
