-- ARGV: name, tenant, operation, caller, key, fingerprint, token, version, lease, retention, never, trust, other fingerprints
local token, version, never, trust = ARGV[7], ARGV[8], ARGV[11], tonumber(ARGV[12])
local lease, expires = now + ARGV[9], now + ARGV[10]

-- A hot tier (trust > 0) believes only what this very process wrote: what was loaded from a dump may have been deleted since.
local process = ''
if trust > 0 then
  local info = redis.pcall('INFO', 'server')
  process = type(info) == 'string' and string.match(info, 'run_id:(%x+)') or ''
end

redis.call('ZREMRANGEBYSCORE', due, '-inf', now - WEEK)
local found = redis.call('HMGET', record, 'state', 'lease', 'expires', 'never', 'token', 'attempt', 'version', 'seen',
  'tenant', 'operation', 'caller', 'key', 'fingerprint', 'process')
local state = found[1]

if state and ((trust > 0 and found[14] ~= process) or expired(state, found[2], found[3], found[4])) then
  remove()
  state = false
end
if not state then
  redis.call('HSET', record, 'tenant', ARGV[2], 'operation', ARGV[3], 'caller', ARGV[4], 'key', ARGV[5],
    'fingerprint', ARGV[6], 'state', 'P', 'token', token, 'attempt', 1, 'version', version, 'never', never,
    'lease', lease, 'expires', expires, 'created', now, 'claimed', now, 'seen', now,
    'process', process)
  schedule('P', lease, expires, never)
  return { 'ACQUIRED', 1, version, process }
end

for part = 1, 4 do
  if found[8 + part] ~= ARGV[1 + part] then return { 'COLLISION' } end
end
local accepted = found[13] == ARGV[6]
for other = 13, #ARGV do
  accepted = accepted or found[13] == ARGV[other]
end
if not accepted then return { 'REUSED' } end

if state == 'C' then
  local outcome = redis.call('HMGET', record, 'status', 'headers', 'hash', 'body')
  return { 'COMPLETED', found[13], outcome[1], outcome[2], outcome[3], outcome[4] }
elseif state == 'F' then
  local outcome = redis.call('HMGET', record, 'code', 'message')
  return { 'FAILED', found[13], outcome[1], outcome[2] }
elseif found[5] == token then
  return { 'ACQUIRED', found[6], found[7], process }
end

local left = tonumber(found[2]) - now
if left > 0 then
  if trust > 0 and now - tonumber(found[8]) >= trust then
    redis.call('HSET', record, 'seen', now)
    return { 'ASK', found[5] }
  end
  return { 'PENDING', found[13], left }
elseif found[4] == '1' then
  return { 'UNKNOWN' }
end
local attempt = found[6] + 1
redis.call('HSET', record, 'token', token, 'attempt', attempt, 'version', version,
  'lease', lease, 'expires', expires, 'claimed', now, 'seen', now)
schedule('P', lease, expires, found[4])
return { 'ACQUIRED', attempt, version, process }
