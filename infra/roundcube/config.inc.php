<?php

// Only what differs from /etc/roundcube/defaults.inc.php.

$secret = static fn (string $name): string => trim((string) file_get_contents("/run/secrets/$name"));

// The server certificate carries the names of the services, and only the platform's own authority is believed.
$verified = ['ssl' => [
    'cafile' => '/run/secrets/ca_cert',
    'verify_peer' => true,
    'verify_peer_name' => true,
    'allow_self_signed' => false,
    'SNI_enabled' => true,
]];

// ---------------------------------------------------------------- storage

$config['db_dsnw'] = 'mysql://roundcube:' . rawurlencode($secret('db_roundcube_password')) . '@mariadb/roundcube';
$config['temp_dir'] = '/tmp/';
// An attachment of a message that is still being written must not vanish; a forgotten one must not fill the memory.
$config['temp_dir_ttl'] = '12h';

// ---------------------------------------------------------------- the mail servers

$config['imap_host'] = 'ssl://dovecot:993';
$config['imap_conn_options'] = $verified;
$config['imap_auth_type'] = 'PLAIN';
$config['imap_timeout'] = 15;
$config['smtp_host'] = 'ssl://postfix:465';
$config['smtp_conn_options'] = $verified;
$config['smtp_timeout'] = 60;
$config['smtp_helo_host'] = 'webmail.internal';
// Dovecot makes and subscribes them.
$config['drafts_mbox'] = 'Drafts';
$config['sent_mbox'] = 'Sent';
$config['junk_mbox'] = 'Junk';
$config['trash_mbox'] = 'Trash';
$config['archive_mbox'] = 'Archive';
$config['quota_zero_as_unlimited'] = true;

// ---------------------------------------------------------------- sessions

// 24 characters are exactly the key of AES-192; it seals the mailbox password in the session's row.
$config['des_key'] = $secret('roundcube_key');
$config['cipher_method'] = 'AES-192-GCM';
$config['session_lifetime'] = 60;
$config['session_samesite'] = 'Lax';
// nginx speaks HTTPS with the browser, or Cloudflare does: cookies are for HTTPS alone.
$config['use_https'] = true;
$config['login_autocomplete'] = 2;
$config['login_username_maxlen'] = 254;
$config['login_password_maxlen'] = 512;
$config['login_rate_limit'] = 5;

// ---------------------------------------------------------------- what goes out

// What Postfix takes, which is 35 MiB (25 MiB of attachments) or less where a relay takes less; the rest is for the text and
// headers. Roundcube counts the limit in encoded size.
$config['max_message_size'] = intdiv((int) getenv('POSTERN_SUBMISSION_SIZE'), 1024) - 1706 . 'K';
$config['max_recipients'] = 200;
$config['http_received_header'] = false;
$config['useragent'] = '';
// Nothing is fetched from elsewhere, neither by this server (style sheets that a message names) nor by the browser for us.
$config['disabled_actions'] = ['utils.modcss', 'utils.spell', 'utils.spell_html'];
$config['keyservers'] = [];
$config['enable_spellcheck'] = false;
$config['show_images'] = 0;

// ---------------------------------------------------------------- what the user sees

$config['product_name'] = 'Postern';
$config['display_product_info'] = 1;
$config['skin'] = 'elastic';
$config['skins_allowed'] = ['elastic'];
// The browser's language until the user chooses one.
$config['language'] = null;
$config['message_show_email'] = true;
$config['mime_types'] = '/etc/mime.types';
$config['prefer_html'] = true;
$config['preview_pane_mark_read'] = 0;
$config['refresh_interval'] = 60;
$config['check_all_folders'] = true;
$config['reply_mode'] = 1;
// Search looks into the text as well: Dovecot keeps an index of all words.
$config['search_mods'] = [
    '*' => ['subject' => 1, 'from' => 1, 'text' => 1],
    'Sent' => ['subject' => 1, 'to' => 1, 'text' => 1],
    'Drafts' => ['subject' => 1, 'to' => 1, 'text' => 1],
];

// ---------------------------------------------------------------- plugins

$config['plugins'] = ['postern', 'archive', 'zipdownload', 'managesieve', 'password', 'markasjunk'];

$config['managesieve_host'] = 'tls://dovecot';
$config['managesieve_port'] = 4190;
$config['managesieve_auth_type'] = 'PLAIN';
$config['managesieve_conn_options'] = $verified;
$config['managesieve_vacation'] = 1;
$config['managesieve_vacation_interval'] = 1;
$config['managesieve_script_name'] = 'webmail';

// Moving into or out of Junk teaches the filter, so no learning driver is needed here.
$config['markasjunk_spam_mbox'] = 'Junk';
$config['markasjunk_ham_mbox'] = 'INBOX';
$config['markasjunk_read_spam'] = false;

$config['password_driver'] = 'postern';
$config['password_confirm_current'] = true;
// A hint for the form; admin-api decides.
$config['password_minimum_length'] = 12;

// ---------------------------------------------------------------- logs

// To the container's output, without session identifiers. Who logs in is in Dovecot's log, what is sent in Postfix's.
$config['log_driver'] = 'stdout';
$config['log_session_id'] = 0;
$config['smtp_log'] = false;
