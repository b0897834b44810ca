-- KEYS: the index of a shard. ARGV: the most records to look at, what their keys begin with (they share its hash tag).
-- Answers how many were deleted and how many were looked at.
local due = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local names = redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, ARGV[1])
local deleted = 0
for _, name in ipairs(names) do
  redis.call('ZREM', due, name)
  deleted = deleted + redis.call('DEL', ARGV[2] .. name)
end
return { deleted, #names }
