-- ARGV: name, token, version, again, lease, retention, never later than before
if not owned(ARGV[2], ARGV[3]) then return 0 end
local found = redis.call('HMGET', record, 'expires', 'never')
local lease, expires = now + ARGV[5], tonumber(found[1])
if ARGV[7] == '1' then expires = math.min(expires, now + ARGV[6]) else expires = now + ARGV[6] end
redis.call('HSET', record, 'lease', lease, 'expires', expires, 'seen', now)
schedule('P', lease, expires, found[2])
return 1
