-- ARGV: name, token, version, again, keep, code, message
local mine, before = owned(ARGV[2], ARGV[3])
if not mine then
  local stored = redis.call('HMGET', record, 'code', 'message')
  local done = ARGV[4] == '1' and before == 'F' and stored[1] == ARGV[6] and stored[2] == ARGV[7]
  return done and 1 or 0
end
local expires = expiry(ARGV[5])
redis.call('HSET', record, 'state', 'F', 'expires', expires, 'code', ARGV[6], 'message', ARGV[7])
schedule('F', 0, expires, '0')
return 1
