-- Asks mail-ingest, which knows the accounts:
--
-- about every message that somebody who logged in sends, whether its author is he, and whether he has not sent too much
-- already (Postfix compares the envelope's sender with the log-in; what people read is From, and Postfix does not look at that);
--
-- about every message from outside that is taken for junk, whether it would go on to somewhere else. Junk that we forward makes
-- our name a bad one, so it is refused there: its sender learns of it, should the verdict be wrong.
--
-- Without an answer nothing is sent and no junk is taken: the message is wanted again later.

local http = require "rspamd_http"
local logger = require "rspamd_logger"
local ucl = require "ucl"

-- Written by the entrypoint: Rspamd's resolver does not know the names of containers.
local address_file = '/run/rspamd/mail-ingest.address'
local timeout = 6.0
local overriding = 900
local junk_actions = { ['add header'] = true, ['rewrite subject'] = true }

local function conclude(task, action, message)
  task:set_pre_result({ action = action, message = message, module = 'mail-ingest', priority = overriding })
end

local function later(task, reason)
  logger.errx(task, 'mail-ingest was not asked: %s', reason)
  conclude(task, 'soft reject', 'what may be done with it cannot be checked now, try again later')
end

local function address_of_judge()
  local file = io.open(address_file, 'r')
  local address = file and file:read('*l')
  if file then
    file:close()
  end
  return address
end

local function addresses(list)
  local found = setmetatable({}, { class = 'ucl.type.array' })
  for _, one in ipairs(list or {}) do
    found[#found + 1] = one.addr
  end
  return found
end

local function question(task, login)
  local envelope = (task:get_from({ 'smtp', 'orig' }) or {})[1]
  return {
    queueId = task:get_queue_id() or '',
    login = login,
    reversePath = envelope and envelope.addr or '',
    recipients = addresses(task:get_recipients({ 'smtp', 'orig' })),
    fromFields = #(task:get_header_full('From') or {}),
    authors = addresses(task:get_from({ 'mime', 'orig' })),
    messageId = task:get_message_id() or '',
    size = task:get_size(),
  }
end

-- Calls back with the answer, an object; not at all when there is none.
local function ask(task, path, asked, callback)
  local address = address_of_judge()
  local sent = address and http.request({
    task = task,
    url = 'http://' .. address .. ':8083' .. path,
    method = 'POST',
    mime_type = 'application/json',
    body = ucl.to_format(asked, 'json-compact'),
    timeout = timeout,
    callback = function(err, code, body)
      local parser = ucl.parser()
      if err or code ~= 200 or not parser:parse_string(tostring(body)) then
        later(task, err or string.format('it answered %s', code))
      else
        callback(parser:get_object())
      end
    end,
  })
  if not sent then
    later(task, 'it is not there')
  end
end

local function judge_submission(task)
  local login = task:get_user()
  -- Sieve forwards what others wrote; it logs in with a password that nobody else has.
  if not login or login == 'sieve' then
    return
  end
  ask(task, '/v1/submissions', question(task, login), function(verdict)
    if verdict.action == 'refuse' then
      conclude(task, 'reject', verdict.text)
    elseif verdict.action == 'later' then
      conclude(task, 'soft reject', verdict.text)
    elseif verdict.action ~= 'send' then
      later(task, 'it answered something unknown')
    end
  end)
end

local function keep_junk_here(task)
  if task:get_user() or not junk_actions[task:get_metric_action()] then
    return
  end
  ask(task, '/v1/forwards', { recipients = addresses(task:get_recipients({ 'smtp', 'orig' })) }, function(answer)
    if answer.goesOn ~= false then
      conclude(task, 'reject', 'taken for spam, which is not forwarded from here')
    end
  end)
end

local function register(name, kind, flags, callback)
  rspamd_config:register_symbol({
    name = name,
    type = kind,
    flags = flags,
    score = 0.0,
    group = 'policies',
    augmentations = { string.format('timeout=%f', timeout) },
    callback = callback,
  })
end

-- The first is to run for users whose settings enable nothing; neither for what is refused already.
register('SUBMISSION_JUDGED', 'prefilter', 'empty,explicit_disable,nostat', judge_submission)
register('JUNK_KEPT_HERE', 'postfilter', 'empty,ignore_passthrough,nostat', keep_junk_here)
