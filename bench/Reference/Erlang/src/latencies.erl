%% All latencies of the measured iterations, in the buckets of the protocol; any process may record.
-module(latencies).
-export([new/0, record/2, told/1, bucket_of/1, lowest_in/1]).

-define(LAYOUT, 1).
-define(BUCKETS, 33 * 1024).
-define(TOTAL, (?BUCKETS + 1)).
-define(HIGHEST, 3600000000000).

new() -> counters:new(?TOTAL, [write_concurrency]).

record(Latencies, Nanoseconds) ->
    Value = min(?HIGHEST, max(1, Nanoseconds)),
    counters:add(Latencies, bucket_of(Value) + 1, 1),
    counters:add(Latencies, ?TOTAL, Value).

told(Latencies) ->
    Counts = [{Bucket, counters:get(Latencies, Bucket + 1)} || Bucket <- lists:seq(0, ?BUCKETS - 1)],
    [
        {histogramLayout, ?LAYOUT},
        {histogram, [[lowest_in(Bucket), Count] || {Bucket, Count} <- Counts, Count > 0]},
        {totalNanoseconds, counters:get(Latencies, ?TOTAL)}
    ].

bucket_of(Value) -> bucket_of(Value, 0).

bucket_of(Value, Shift) when Value < 2048 -> (Shift bsl 10) + Value;
bucket_of(Value, Shift) -> bucket_of(Value bsr 1, Shift + 1).

lowest_in(Bucket) when Bucket < 2048 -> Bucket;
lowest_in(Bucket) ->
    Shift = (Bucket bsr 10) - 1,
    (Bucket - (Shift bsl 10)) bsl Shift.
