-- Prints the hash of the controller's password, so that the configuration does not carry the password itself.
local cryptobox = require "rspamd_cryptobox"
local file = assert(io.open('/run/secrets/rspamd_password', 'r'))
local password = file:read('*a'):gsub('%s+$', '')
file:close()
assert(#password > 0, 'the secret rspamd_password is empty')
print(cryptobox.pbkdf(password, 'pbkdf2'))
