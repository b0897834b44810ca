-- ARGV: name, token, version, again, keep, status, headers, hash, body (or nothing)
local mine, before = owned(ARGV[2], ARGV[3])
if not mine then
  local done = ARGV[4] == '1' and before == 'C' and redis.call('HGET', record, 'hash') == ARGV[8]
  return done and 1 or 0
end
local expires = expiry(ARGV[5])
redis.call('HSET', record, 'state', 'C', 'expires', expires, 'status', ARGV[6], 'headers', ARGV[7], 'hash', ARGV[8])
if ARGV[9] then redis.call('HSET', record, 'body', ARGV[9]) end
schedule('C', 0, expires, '0')
return 1
