-- Virus scan by clamd, failing closed: a message goes on only when clamd has said "OK" of all of it.
--
-- Rspamd's own antivirus module fails open: it gives a symbol for what it found or for a failure it foresaw, and nothing
-- for a clean message. An answer it does not know, a time limit, or a rule that skips the rest (a GTUBE pattern in
-- the text is enough) lets the message through unscanned. Here the scan is a connection filter, the very first stage,
-- before the message is parsed and before any rule could end the work.

local logger = require "rspamd_logger"
local tcp = require "rspamd_tcp"
local util = require "rspamd_util"

local socket = '/run/clamd/clamd.sock'
-- Seconds. clamd gives up on a message after 13; the task as a whole has 18 (worker-proxy.inc).
local timeout = 15.0
-- Attachments that are scanned one by one besides.
local most_attachments = 20

-- Above GTUBE and every module that fixes the action.
local overriding = 1000

local function conclude(task, action, message)
  task:set_pre_result({ action = action, message = message, module = 'virus-scan', priority = overriding })
end

local function unscanned(task, reason)
  logger.errx(task, 'not scanned for viruses: %s', reason)
  task:insert_result('VIRUS_SCAN_FAILED', 1.0, reason)
  conclude(task, 'soft reject', 'virus scanner unavailable, try again later')
end

local function judge(task, answer)
  if answer == 'stream: OK' then
    task:insert_result('VIRUS_CLEAN', 1.0)
    return
  end
  local name = answer:match('^stream: (.+) FOUND$')
  -- Whether the time suffices depends on the load, not on the message: worth another try.
  if not name or name:find('^Heuristics%.Limits%.Exceeded%.MaxScanTime') then
    unscanned(task, answer)
  elseif name:find('^Heuristics%.Limits%.Exceeded') then
    task:insert_result('VIRUS_UNSCANNABLE', 1.0, name)
    conclude(task, 'reject', 'attachment too big or too deeply packed to be scanned for viruses')
  else
    task:insert_result('VIRUS_FOUND', 1.0, name)
    conclude(task, 'reject', 'virus found: ' .. name)
  end
end

local function scan(task, content)
  local asked = tcp.request({
    task = task,
    host = socket,
    timeout = timeout,
    data = { util.pack('c9 c1 >I4', 'zINSTREAM', '\0', #content), content, util.pack('>I4', 0) },
    stop_pattern = '\0',
    callback = function(err, answer)
      if err then
        unscanned(task, tostring(err))
      else
        judge(task, (tostring(answer):gsub('%z+$', '')))
      end
    end,
  })
  if not asked then
    unscanned(task, 'no connection to clamd')
  end
end

local function scan_message(task)
  -- Set when Rspamd could not take the message in; it would then be let through without another look.
  if task:has_flag('skip') then
    task:set_flag('skip', false)
    unscanned(task, 'the message could not be read')
    return
  end
  local content = task:get_content()
  if content and #content > 0 then
    scan(task, content)
  end
end

-- Each attachment again as Rspamd decodes it: where the two programs read a crooked MIME structure differently, one
-- of them still sees what the recipient's program may see.
local function scan_attachments(task)
  local scanned = 0
  for _, part in ipairs(task:get_parts() or {}) do
    local content = not part:is_multipart() and not part:is_text() and part:get_content()
    if content and #content > 0 and scanned < most_attachments then
      scanned = scanned + 1
      scan(task, content)
    end
  end
end

-- To run for empty messages, whatever else was decided, and for users whose settings enable nothing.
local always = 'empty,ignore_passthrough,explicit_disable,nostat'

local id = rspamd_config:register_symbol({
  name = 'VIRUS_SCAN',
  type = 'connfilter',
  flags = always,
  score = 0.0,
  group = 'antivirus',
  augmentations = { string.format('timeout=%f', timeout) },
  callback = scan_message,
})
for _, name in ipairs({ 'VIRUS_CLEAN', 'VIRUS_FOUND', 'VIRUS_UNSCANNABLE', 'VIRUS_SCAN_FAILED' }) do
  rspamd_config:register_symbol({
    name = name,
    type = 'virtual',
    parent = id,
    flags = always,
    score = 0.0,
    group = 'antivirus',
  })
end
rspamd_config:register_symbol({
  name = 'VIRUS_SCAN_ATTACHMENTS',
  type = 'normal',
  flags = always,
  score = 0.0,
  group = 'antivirus',
  callback = scan_attachments,
})
