<?php

/** What ties Roundcube to the other parts of the platform. */
class postern extends rcube_plugin
{
    public function init(): void
    {
        $this->add_hook('storage_connect', [$this, 'tellTheClientsAddress']);
        $this->add_hook('authenticate', [$this, 'acceptOnlyWhereLoginsAreCounted']);
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
