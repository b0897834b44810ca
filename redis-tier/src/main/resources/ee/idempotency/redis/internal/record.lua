-- What every script of one record begins with. KEYS: the record (a hash), the index of its shard (a sorted set of names by
-- the time from when they may be swept); both have one hash tag. ARGV[1]: the record's name in the index.
-- All times are this server's, in milliseconds.
local record, due, name = KEYS[1], KEYS[2], ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local WEEK = 604800000

-- A record in progress has expired once both its lease and its retention are over, and never under NEVER_RE_EXECUTE.
local function expired(state, lease, expires, never)
  return now >= tonumber(expires) and (state ~= 'P' or (now >= tonumber(lease) and never ~= '1'))
end

-- Where no node sweeps, the server removes the record by itself a week later.
local function schedule(state, lease, expires, never)
  if state == 'P' and never == '1' then
    redis.call('ZREM', due, name)
    redis.call('PERSIST', record)
    return
  end
  local ends = expires
  if state == 'P' and lease > ends then ends = lease end
  redis.call('ZADD', due, ends, name)
  redis.call('PEXPIREAT', record, ends + WEEK)
end

local function remove()
  redis.call('ZREM', due, name)
  return redis.call('DEL', record)
end

-- Whether a token and version own the record, and its state.
local function owned(token, version)
  local found = redis.call('HMGET', record, 'state', 'token', 'version')
  local same = found[2] == token and found[3] == version
  return found[1] == 'P' and same, same and found[1]
end

-- When an outcome expires: with the record, or so long after its claim if that is earlier; empty says nothing.
local function expiry(keep)
  local times = redis.call('HMGET', record, 'expires', 'claimed')
  local expires = tonumber(times[1])
  if keep ~= '' then expires = math.min(expires, times[2] + keep) end
  return expires
end
