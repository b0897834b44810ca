-- ARGV: name
local found = redis.call('HMGET', record, 'state', 'lease', 'expires', 'never')
if not found[1] or expired(found[1], found[2], found[3], found[4]) then return false end
return redis.call('HMGET', record, 'tenant', 'operation', 'caller', 'key', 'fingerprint', 'state', 'attempt', 'lease',
  'never', 'created', 'expires', 'status', 'headers', 'hash', 'body', 'code', 'message', 'version')
