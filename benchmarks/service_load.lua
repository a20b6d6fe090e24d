-- Sends bodies in turn, one a line of the file named in DLUHY_BODIES; prints what came of it as one line of JSON.
local requests, at, size = {}, 0, 0

function init(_)
   local headers = { ["Content-Type"] = os.getenv("DLUHY_CONTENT_TYPE"), ["Authorization"] = os.getenv("DLUHY_KEY") }
   for body in io.lines(os.getenv("DLUHY_BODIES")) do
      size = size + 1
      requests[size] = wrk.format(os.getenv("DLUHY_METHOD"), nil, headers, body)
   end
end

function request()
   at = at % size + 1
   return requests[at]
end

function done(summary, latency, _)
   local errors = summary.errors
   io.write(string.format(
      '\n{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "failed": %d}\n',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
