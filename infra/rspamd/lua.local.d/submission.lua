-- Asks mail-ingest about every message that somebody who logged in sends: whether its author is he, and whether he has not sent
-- too much already. Without an answer nothing is sent: the message is wanted again later.
--
-- Postfix compares the envelope's sender with the log-in; what people read is From, and Postfix does not look at that.

local http = require "rspamd_http"
local logger = require "rspamd_logger"
local ucl = require "ucl"

-- Written by the entrypoint: Rspamd's resolver does not know the names of containers.
local address_file = '/run/rspamd/mail-ingest.address'
local timeout = 6.0
local overriding = 900

local function conclude(task, action, message)
  task:set_pre_result({ action = action, message = message, module = 'submission', priority = overriding })
end

local function later(task, reason)
  logger.errx(task, 'not judged: %s', reason)
  conclude(task, 'soft reject', 'what may be sent cannot be checked now, try again later')
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

local function obey(task, code, body)
  local parser = ucl.parser()
  if code ~= 200 or not parser:parse_string(tostring(body)) then
    later(task, string.format('mail-ingest answered %s', code))
    return
  end
  local verdict = parser:get_object()
  if verdict.action == 'refuse' then
    conclude(task, 'reject', verdict.text)
  elseif verdict.action == 'later' then
    conclude(task, 'soft reject', verdict.text)
  elseif verdict.action ~= 'send' then
    later(task, 'mail-ingest answered something unknown')
  end
end

local function judge(task)
  local login = task:get_user()
  -- Sieve forwards what others wrote; it logs in with a password that nobody else has.
  if not login or login == 'sieve' then
    return
  end
  local address = address_of_judge()
  local asked = address and http.request({
    task = task,
    url = 'http://' .. address .. ':8083/v1/submissions',
    method = 'POST',
    mime_type = 'application/json',
    body = ucl.to_format(question(task, login), 'json-compact'),
    timeout = timeout,
    callback = function(err, code, body)
      if err then
        later(task, err)
      else
        obey(task, code, body)
      end
    end,
  })
  if not asked then
    later(task, 'mail-ingest is not there')
  end
end

rspamd_config:register_symbol({
  name = 'SUBMISSION_JUDGED',
  type = 'prefilter',
  -- To run for users whose settings enable nothing; not for what is refused already.
  flags = 'empty,explicit_disable,nostat',
  score = 0.0,
  group = 'policies',
  augmentations = { string.format('timeout=%f', timeout) },
  callback = judge,
})
