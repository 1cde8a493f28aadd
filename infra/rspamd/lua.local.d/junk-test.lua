-- The test pattern for the way to Junk: a mail with this line gets "X-Spam: Yes" whatever else is in it.
local pattern = 'YJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'

rspamd_config:register_symbol({
  name = 'JUNK_TEST',
  type = 'normal',
  flags = 'nostat',
  score = 0.0,
  callback = function(task)
    for _, part in ipairs(task:get_text_parts() or {}) do
      if tostring(part:get_content()):find(pattern, 1, true) then
        task:set_pre_result({ action = 'add header', message = 'junk test pattern', module = 'junk-test' })
        return true
      end
    end
    return false
  end,
})
