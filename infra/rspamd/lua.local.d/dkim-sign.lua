-- DKIM signatures for what people send: one by the RSA key and one by the Ed25519 key of their domain's active pair.
--
-- Rspamd's own dkim_signing module takes one selector for a domain from a map, and reads a changed map when its timer comes
-- round. Here the maps that dkim-tools writes are read for each message, so that another active pair counts at once, and a
-- domain that is in none of them sends unsigned.

local logger = require "rspamd_logger"
local util = require "rspamd_util"

local store = '/var/lib/postern/dkim'
local relays = '/etc/postern/relays/*.conf'
local algorithms = { 'rsa', 'ed25519' }

-- "(o)" also signs that there is no further header of the name: nobody can add a second Subject, or a Reply-To where there
-- was none. What mailing lists and programs may put into a message is signed where it is there.
local headers = {
  '(o)from', '(o)to', '(o)cc', '(o)subject', '(o)date', '(o)message-id', '(o)reply-to', '(o)in-reply-to', '(o)references',
  '(o)mime-version', '(o)content-type', '(o)content-transfer-encoding',
  'sender', 'resent-from', 'resent-to', 'resent-cc', 'resent-date', 'resent-message-id',
  'list-id', 'list-unsubscribe', 'list-unsubscribe-post',
}

-- What a relay may be said to write anew; who wrote what to whom is always signed.
local replaceable = { ['message-id'] = '(o)message-id', date = '(o)date' }

-- Bytes of a relay's settings that are read.
local most_settings = 65536

local no_such_file = 2

-- The domain that answers for the message, or nil.
--
-- Only for somebody who logged in through Postfix under an address of his own. Sieve, which logs in as "sieve", forwards
-- what others wrote: a forged From must not become a true one on its way.
-- Postfix checks that the envelope's sender is one of his addresses, so the domain in From has to be that one; where the
-- envelope has none (a receipt for a message read), it has to be the one he logged in with.
local function signing_domain(task)
  local own = (task:get_user() or ''):match('@([^@]+)$')
  if not own or not task:has_flag('milter') then
    return nil
  end
  local written = task:get_header_full('From') or {}
  local author = task:get_from({ 'mime', 'orig' }) or {}
  if #written ~= 1 or #author ~= 1 then
    return nil
  end
  local sender = (task:get_from({ 'smtp', 'orig' }) or {})[1]
  if sender and sender.addr ~= '' then
    own = sender.domain
  end
  local domain = author[1].domain:lower()
  return domain == own:lower() and domain or nil
end

local function active_selector(task, algorithm, domain)
  local file, problem, code = io.open(store .. '/' .. algorithm .. '.map', 'r')
  if not file then
    if code ~= no_such_file then
      logger.errx(task, 'the DKIM keys cannot be looked up: %s', problem)
    end
    return nil
  end
  local found
  for line in file:lines() do
    local name, selector = line:match('^(%S+) (%S+)$')
    if name == domain then
      found = selector
      break
    end
  end
  file:close()
  return found
end

-- The names in the last line "replaces = message-id, date" of a relay's settings.
local function replaced_by(task, path)
  local settings
  local file, problem = io.open(path, 'r')
  if file then
    settings, problem = file:read(most_settings)
    file:close()
  end
  if not settings then
    logger.errx(task, 'what the relay of %s replaces cannot be read: %s', path, problem or 'it is empty')
    return ''
  end
  local names = ''
  for line in settings:gmatch('[^\r\n]+') do
    names = line:match('^%s*replaces%s*=(.*)$') or names
  end
  return names
end

-- Without those that any relay writes anew: which one takes the message is not known yet, and a fallback may take it from there.
-- The settings are read for each message, as the keys are.
local function headers_to_sign(task)
  local replaced = {}
  for _, path in ipairs(util.glob(relays) or {}) do
    for name in replaced_by(task, path):lower():gmatch('[^%s,]+') do
      if replaceable[name] then
        replaced[replaceable[name]] = true
      end
    end
  end
  local kept = {}
  for _, header in ipairs(headers) do
    if not replaced[header] then
      kept[#kept + 1] = header
    end
  end
  return table.concat(kept, ':')
end

-- The key is named by its path, never given as text: Rspamd writes a key it cannot load into its log.
local function sign(task, domain, selector, signed_headers)
  local signed = rspamd_plugins.dkim.sign(task, {
    domain = domain,
    selector = selector,
    key = string.format('%s/domains/%s/%s.key', store, domain, selector),
    headers = signed_headers,
  })
  if signed then
    task:insert_result('DKIM_SIGNED', 1.0, domain .. ':s=' .. selector)
  else
    logger.errx(task, 'not signed for %s with %s', domain, selector)
  end
end

local function sign_message(task)
  local domain = signing_domain(task)
  if not domain then
    return
  end
  local signed_headers = headers_to_sign(task)
  for _, algorithm in ipairs(algorithms) do
    local selector = active_selector(task, algorithm, domain)
    if selector then
      sign(task, domain, selector, signed_headers)
    end
  end
end

-- To run for users whose settings enable nothing, whatever else was decided.
local always = 'empty,ignore_passthrough,explicit_disable,nostat'

local id = rspamd_config:register_symbol({
  name = 'DKIM_SIGNING',
  type = 'normal',
  flags = always,
  score = 0.0,
  group = 'dkim',
  callback = sign_message,
})
rspamd_config:register_symbol({
  name = 'DKIM_SIGNED',
  type = 'virtual',
  parent = id,
  flags = always,
  score = 0.0,
  group = 'dkim',
})
