<?php

require_once __DIR__ . '/lib/OwnAddresses.php';
require_once __DIR__ . '/lib/Identities.php';
require_once __DIR__ . '/lib/SignedOut.php';
require_once __DIR__ . '/lib/UndoSend.php';

/** What ties Roundcube to the other parts of the platform, and what it lacks. */
class postern extends rcube_plugin
{
    public function init(): void
    {
        $this->add_hook('storage_connect', [$this, 'tellTheClientsAddress']);
        $this->add_hook('authenticate', [$this, 'acceptOnlyWhereLoginsAreCounted']);
        $this->add_texts('localization/');

        $signedOut = new postern\SignedOut(rcmail::get_instance());
        $this->add_hook('startup', [$signedOut, 'check']);
        $this->add_hook('login_after', [$signedOut, 'remember']);
        $this->add_hook('password_change', [$signedOut, 'remember']);

        $identities = new postern\Identities(rcmail::get_instance(), $this);
        $this->add_hook('login_after', [$identities, 'bringUpToDate']);
        $this->add_hook('identity_create', [$identities, 'check']);
        $this->add_hook('identity_update', [$identities, 'check']);

        $undoSend = new postern\UndoSend(rcmail::get_instance(), $this);
        $this->add_hook('ready', [$undoSend, 'addToTheComposeForm']);
        $this->add_hook('preferences_list', [$undoSend, 'offer']);
        $this->add_hook('preferences_save', [$undoSend, 'save']);
    }

    /** All webmail users come from this container's address; Dovecot counts wrong passwords by the real one. */
    public function tellTheClientsAddress(array $connection): array
    {
        $connection['preauth_ident'] = ['x-originating-ip' => rcube_utils::remote_addr()];
        return $connection;
    }

    /** nginx limits POSTs by the task in the URL; Roundcube would believe the one in the body first. */
    public function acceptOnlyWhereLoginsAreCounted(array $login): array
    {
        if (($_GET['_task'] ?? '') !== 'login') {
            $login['abort'] = true;
        }
        return $login;
    }
}
