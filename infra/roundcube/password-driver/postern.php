<?php

use GuzzleHttp\Exception\GuzzleException;

/** Lets admin-api change the password; its reasons for a refusal are shown to the user. */
class rcube_postern_password
{
    private const URL = 'http://admin-api:8082/api/v1/self/password';

    public function save(string $currentPassword, string $newPassword, string $username): int|array
    {
        try {
            $answer = rcube::get_instance()->get_http_client()->post(self::URL, [
                'auth' => [$username, $currentPassword],
                'json' => ['newPassword' => $newPassword],
                'headers' => ['Accept' => 'application/problem+json'],
                'http_errors' => false,
                'allow_redirects' => false,
                'connect_timeout' => 5,
                'timeout' => 20,
            ]);
        } catch (GuzzleException $failure) {
            rcube::raise_error(['message' => 'admin-api: ' . $failure->getMessage()], true);
            return PASSWORD_CONNECT_ERROR;
        }
        if ($answer->getStatusCode() === 204) {
            return PASSWORD_SUCCESS;
        }
        $problem = json_decode((string) $answer->getBody(), true);
        if (!is_string($problem['detail'] ?? null)) {
            rcube::raise_error(['message' => 'admin-api: unexpected answer ' . $answer->getStatusCode()], true);
            return PASSWORD_CONNECT_ERROR;
        }
        return ['code' => PASSWORD_ERROR, 'message' => $problem['detail']];
    }
}
