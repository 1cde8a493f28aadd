<?php

namespace postern;

use GuzzleHttp\Exception\GuzzleException;
use rcube_utils;

/** The addresses that a user may send under, as admin-api says. mail-ingest and Postfix judge by the same list. */
final class OwnAddresses
{
    private const URL = 'http://admin-api:8082/api/v1/self/addresses';

    /**
     * @param list<string> $addresses the mailbox itself first
     * @param list<string> $domains   of which he may use every address
     * @param list<string> $hyphenDomains in which a hyphen begins the detail of an address, and no plus sign
     */
    private function __construct(
        public readonly array $addresses,
        public readonly array $domains,
        private readonly array $hyphenDomains,
    ) {
    }

    /** Null while admin-api cannot say. */
    public static function of(\rcmail $rcmail): ?self
    {
        try {
            $answer = $rcmail->get_http_client()->get(self::URL, [
                'auth' => [$rcmail->get_user_name(), $rcmail->get_user_password()],
                'headers' => ['Accept' => 'application/json'],
                'http_errors' => false,
                'allow_redirects' => false,
                'connect_timeout' => 2,
                'timeout' => 8,
            ]);
        } catch (GuzzleException $failure) {
            \rcube::raise_error(['message' => 'admin-api: ' . $failure->getMessage()], true);
            return null;
        }
        $list = $answer->getStatusCode() === 200 ? json_decode((string) $answer->getBody(), true) : null;
        if (!is_array($list['addresses'] ?? null) || !is_array($list['domains'] ?? null) || $list['addresses'] === []) {
            \rcube::raise_error(['message' => 'admin-api: unexpected answer ' . $answer->getStatusCode()], true);
            return null;
        }
        return new self($list['addresses'], $list['domains'], $list['hyphenDomains'] ?? []);
    }

    /** The detail of an address is nobody else's. Postfix and mail-ingest know of longer names, too, which are somebody else's. */
    public function include(string $address): bool
    {
        [$local, $domain] = self::parts($address);
        if (in_array($domain, $this->domains, true) || in_array("$local@$domain", $this->addresses, true)) {
            return true;
        }
        $sign = in_array($domain, $this->hyphenDomains, true) ? '-' : '+';
        for ($at = strpos($local, $sign); $at !== false; $at = strpos($local, $sign, $at + 1)) {
            if (in_array(substr($local, 0, $at) . "@$domain", $this->addresses, true)) {
                return true;
            }
        }
        return false;
    }

    /** As it is compared: lower-case, the domain an A-label. */
    public static function normalized(string $address): string
    {
        return implode('@', self::parts($address));
    }

    /** @return array{string, string} local part and domain */
    private static function parts(string $address): array
    {
        $ascii = mb_strtolower((string) rcube_utils::idn_to_ascii(trim($address)));
        $at = strrpos($ascii, '@');
        return $at === false ? [$ascii, ''] : [substr($ascii, 0, $at), substr($ascii, $at + 1)];
    }
}
