<?php

namespace postern;

use rcube;

/** Keeps the identities of a user to his own addresses. */
final class Identities
{
    /** The user's preference that remembers which addresses were his: one whose identity he deleted stays away. */
    private const KNOWN = 'postern_addresses';
    private const MOST_NAMED = 20;

    public function __construct(private readonly \rcmail $rcmail, private readonly \postern $plugin)
    {
    }

    /** After a log-in: an identity for each new address, none for one that is not his (any more). */
    public function bringUpToDate(array $redirection): array
    {
        $own = OwnAddresses::of($this->rcmail);
        if ($own !== null) {
            $this->add($this->missing($own));
            $this->removeForeign($own);
            if ($this->rcmail->config->get(self::KNOWN) !== $own->addresses) {
                $this->rcmail->user->save_prefs([self::KNOWN => $own->addresses]);
            }
        }
        return $redirection;
    }

    /** Before an identity is stored, from the form or from a request that was made without it. */
    public function check(array $change): array
    {
        $address = OwnAddresses::normalized($change['record']['email'] ?? '');
        if (!empty($change['login']) || $address === $this->present($change['id'] ?? null)) {
            return $change;
        }
        $own = OwnAddresses::of($this->rcmail);
        if ($own === null || !$own->include($address)) {
            $change['abort'] = true;
            $change['result'] = false;
            $change['message'] = $own === null ? $this->plugin->gettext('addressnotchecked') : $this->refusal($own);
        }
        return $change;
    }

    private function present(?string $id): ?string
    {
        $identity = $id === null ? null : $this->rcmail->user->get_identity($id);
        return $identity === null ? null : OwnAddresses::normalized($identity['email']);
    }

    /** @return list<string> */
    private function missing(OwnAddresses $own): array
    {
        $identities = $this->rcmail->user->list_identities();
        $taken = array_map(static fn ($one) => OwnAddresses::normalized($one['email']), $identities);
        $known = (array) $this->rcmail->config->get(self::KNOWN, []);
        $missing = array_values(array_diff($own->addresses, $taken, $known));
        $remains = $missing !== [] || array_filter($taken, [$own, 'include']) !== [];
        return $remains ? $missing : [$own->addresses[0]];
    }

    private function add(array $addresses): void
    {
        $default = $this->rcmail->user->get_identity();
        foreach ($addresses as $address) {
            $this->rcmail->user->insert_identity([
                'name' => $default['name'] ?? '',
                'organization' => $default['organization'] ?? '',
                'email' => $address,
                'standard' => 0,
            ]);
        }
    }

    private function removeForeign(OwnAddresses $own): void
    {
        $remaining = [];
        foreach ($this->rcmail->user->list_identities() as $identity) {
            if ($own->include($identity['email'])) {
                $remaining[OwnAddresses::normalized($identity['email'])] ??= $identity;
            } else {
                $this->rcmail->user->delete_identity($identity['identity_id']);
            }
        }
        if (array_filter($remaining, static fn ($one) => $one['standard']) === []) {
            $default = $remaining[$own->addresses[0]] ?? reset($remaining);
            $this->rcmail->user->set_default($default['identity_id']);
        }
    }

    /** Roundcube shows messages as HTML. */
    private function refusal(OwnAddresses $own): string
    {
        $named = array_merge($own->addresses, array_map(static fn ($domain) => "*@$domain", $own->domains));
        $list = implode(', ', array_slice($named, 0, self::MOST_NAMED)) . (count($named) > self::MOST_NAMED ? ', …' : '');
        return $this->plugin->gettext(['name' => 'addressnotyours', 'vars' => ['addresses' => rcube::Q($list)]]);
    }
}
