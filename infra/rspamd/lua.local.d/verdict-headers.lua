-- The headers Rspamd adds, all at the very top.
--
-- Rspamd's own milter_headers module appends most of them below the sender's header, and its proxy removes an outside
-- X-Spam to set its own there. Both change what lies below the trace headers, which must stay byte for byte what the
-- sender sent. Here nothing is removed and nothing touched: every message gets an X-Spam, "Yes" or "No", above all that came
-- from outside, and a reader looks at the first one (Sieve: header :index 1).

local auth_results = require "lua_auth_results"
local util = require "rspamd_util"

-- The proxy sets its own header unless it is given a table of others. The metatable makes the empty one a table of
-- names instead of a list.
local no_header_of_the_proxy = setmetatable({}, { class = 'ucl.type.object' })

local junk_actions = { ['add header'] = true, ['rewrite subject'] = true }

-- "score=7.20 of 15.00 BAYES_SPAM=5.10 R_SPF_FAIL=1.00 …", what weighs most first.
local function details(task)
  local score = task:get_metric_score()
  local words = { string.format('score=%.2f of %.2f', score[1], score[2]) }
  local found = task:get_symbols_all()
  table.sort(found, function(a, b)
    local x, y = math.abs(a.score), math.abs(b.score)
    if x ~= y then
      return x > y
    end
    return a.name < b.name
  end)
  for _, symbol in ipairs(found) do
    if symbol.score ~= 0 then
      words[#words + 1] = string.format('%s=%.2f', symbol.name, symbol.score)
    end
  end
  return table.concat(words, ' ')
end

-- Order 0 is above everything.
local function at_top(value)
  return { order = 0, value = util.mime_header_encode(value) }
end

-- Lines of at most 78 characters.
local function folded(name, text)
  local lines, line = {}, name .. ':'
  for word in text:gmatch('%S+') do
    if #line + 1 + #word > 78 and line:find('%S') then
      lines[#lines + 1] = line
      line = ''
    end
    line = line .. ' ' .. word
  end
  lines[#lines + 1] = line
  return (table.concat(lines, '\n\t'):sub(#name + 3):gsub('\n\t ', '\n\t'))
end

local function add_headers(task)
  local reply = { spam_header = no_header_of_the_proxy }
  -- What a logged-in user sends is not judged.
  if not task:get_user() then
    local junk = junk_actions[task:get_metric_action()]
    reply.add_headers = {
      ['X-Spam'] = at_top(junk and 'Yes' or 'No'),
      ['X-Spam-Details'] = at_top(folded('X-Spam-Details', details(task))),
      ['Authentication-Results'] = at_top(folded('Authentication-Results', auth_results.gen_auth_results(task))),
    }
  end
  task:set_milter_reply(reply)
end

rspamd_config:register_symbol({
  name = 'VERDICT_HEADERS',
  type = 'idempotent',
  flags = 'empty,ignore_passthrough,explicit_disable,nostat',
  callback = add_headers,
})
