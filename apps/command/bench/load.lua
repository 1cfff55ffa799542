-- For wrk: posts the lines of a file one after the other where one is named, and ends with one line of JSON.
local bodies = {}
local turn = 0

function init(args)
  if args[1] == nil then return end
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  request = function()
    turn = turn % #bodies + 1
    return wrk.format('POST', nil, nil, bodies[turn])
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
